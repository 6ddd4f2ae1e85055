import { useState } from 'react';
import type { CellOutput } from '../../../notebook/document/output.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { groupOutputs } from './group-outputs.ts';
import { OutputBoundary } from './OutputBoundary.tsx';
import { OutputView } from './OutputView.tsx';
import type { OutputContext } from './output-context.ts';
import './outputs.css';

const SHOWN_AT_FIRST = 30;

/** What a run left, in order. Beyond a screenful or so it waits for a press. */
export function OutputList({
  outputs,
  ...context
}: OutputContext & { readonly outputs: readonly CellOutput[] }) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (outputs.length === 0) return null;
  const groups = groupOutputs(outputs);
  const nMore = groups.length - shown;
  return (
    <div className="outputs">
      {groups.slice(0, shown).map((group, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outputs are only ever added at the end.
        <OutputBoundary key={position} message={texts.outputBroken}>
          <OutputView group={group} {...context} />
        </OutputBoundary>
      ))}
      {nMore > 0 && (
        <button type="button" className="quiet" onClick={() => setShown(shown * 4)}>
          {texts.moreOutputs(formats.count(nMore))}
        </button>
      )}
    </div>
  );
}
