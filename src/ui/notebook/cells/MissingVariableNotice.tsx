import { missingVariable } from '../../../lab/notebook/missing-variable.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { CellNotice } from './CellNotice.tsx';

/** Where a cell lacks a variable of a cell that has not run: which one, and one press that runs it first. */
export function MissingVariableNotice({ cellId }: { readonly cellId: string }) {
  const texts = useMessages(notebookTexts);
  const { session } = useNotebook();
  const state = session.state.getState();
  const missing = missingVariable(state, cellId);
  if (missing === null) return null;
  const { order } = state;
  const runAbove = (): void =>
    void session.run([...order.slice(0, order.indexOf(cellId)), missing.cellId, cellId]);
  return (
    <CellNotice
      text={texts.missing(missing.name, texts.cellNumber(order.indexOf(missing.cellId) + 1))}
      action={{ label: texts.runAbove, act: runAbove }}
    />
  );
}
