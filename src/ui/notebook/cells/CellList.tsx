import { Fragment } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { useCommandKeys } from '../use-command-keys.ts';
import { CellView } from './CellView.tsx';
import { InsertBar } from './InsertBar.tsx';

/** The cells from top to bottom, with places to put new ones between them. */
export function CellList() {
  const texts = useMessages(notebookTexts);
  const order = useNotebookState((state) => state.order);
  const onKeyDown = useCommandKeys();
  return (
    <section className="cells" aria-label={texts.cells} onKeyDown={onKeyDown}>
      {order.map((cellId, index) => (
        <Fragment key={cellId}>
          <InsertBar at={index} />
          <CellView cellId={cellId} position={index + 1} />
        </Fragment>
      ))}
      <InsertBar at={order.length} isLast />
    </section>
  );
}
