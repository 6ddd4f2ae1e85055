import { Fragment, useDeferredValue } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { useCommandKeys } from '../use-command-keys.ts';
import { CellView } from './CellView.tsx';
import { InsertBar } from './InsertBar.tsx';

/** How many cells are painted first when a notebook is opened: about a screenful. */
const FIRST_CELLS = 12;

/** The cells from top to bottom, with places to put new ones between them. */
export function CellList() {
  const texts = useMessages(notebookTexts);
  const order = useNotebookState((state) => state.order);
  const onKeyDown = useCommandKeys();
  // What is below the screen follows at once, when what is on it can be read.
  const isWhole = useDeferredValue(true, false);
  const shown = isWhole ? order : order.slice(0, FIRST_CELLS);
  return (
    <section className="cells" aria-label={texts.cells} onKeyDown={onKeyDown}>
      {shown.map((cellId, index) => (
        <Fragment key={cellId}>
          <InsertBar at={index} />
          <CellView cellId={cellId} position={index + 1} />
        </Fragment>
      ))}
      {isWhole && <InsertBar at={order.length} isLast />}
    </section>
  );
}
