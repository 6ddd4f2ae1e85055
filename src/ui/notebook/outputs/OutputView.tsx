import { ChartView } from './ChartView.tsx';
import { CheckView } from './CheckView.tsx';
import { ErrorView } from './ErrorView.tsx';
import type { OutputGroup } from './group-outputs.ts';
import { ImageView } from './ImageView.tsx';
import type { OutputContext } from './output-context.ts';
import { TableView } from './TableView.tsx';
import { TextView } from './TextView.tsx';
import { ValueView } from './ValueView.tsx';

/** One output, drawn by its kind. Everything in it is text or an attribute, never HTML. */
export function OutputView({ group, ...context }: OutputContext & { readonly group: OutputGroup }) {
  switch (group.kind) {
    case 'texts':
      return <TextView level={group.level} texts={group.texts} {...context} />;
    case 'value':
      return <ValueView value={group.value} />;
    case 'table':
      return <TableView output={group} />;
    case 'chart':
      return <ChartView spec={group.spec} />;
    case 'image':
      return <ImageView output={group} />;
    case 'error':
      return <ErrorView output={group} {...context} />;
    case 'check':
      return <CheckView result={group.result} />;
  }
}
