import { statusOf } from '../../../lab/notebook/cell-status.ts';
import { outdatedOf } from '../../../lab/notebook/stale-cells.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { caretAt } from '../editor/caret-at.ts';
import { useCell, useNotebook, useNotebookState, useViewState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { OutputList } from '../outputs/OutputList.tsx';
import { CellActions } from './CellActions.tsx';
import { CellFrame } from './CellFrame.tsx';
import { CellStatusLine } from './CellStatusLine.tsx';
import { failureOf } from './failure-of.ts';
import { MissingVariableNotice } from './MissingVariableNotice.tsx';
import { RunButton } from './RunButton.tsx';
import { RunningTasks } from './RunningTasks.tsx';
import { StateLostNotice } from './StateLostNotice.tsx';
import { useEditing } from './use-editing.ts';

/** A code cell: its text, how it stands, and what its last run left. */
export function CodeCellView({ cellId, position }: { readonly cellId: string; readonly position: number }) {
  const texts = useMessages(notebookTexts);
  const { session, view } = useNotebook();
  const cellState = useCell(cellId);
  const outdated = useNotebookState((state) => outdatedOf(state, cellId));
  const isEditable = useNotebookState((state) => state.isEditable);
  const isEditing =
    useViewState(({ activeId, mode }) => activeId === cellId && mode === 'edit') && isEditable;
  const caret = useViewState((state) => (state.activeId === cellId ? state.caret : null));
  const editing = useEditing(cellId);
  if (cellState === undefined || cellState.cell.kind !== 'code') return null;
  const { cell, phase } = cellState;
  const sourceOf = (target: string): string => session.state.getState().cells[target]?.cell.source ?? '';
  const status = statusOf(cellState, outdated);
  const failure = status === 'error' ? failureOf(cell) : null;
  return (
    <CellFrame
      cellId={cellId}
      kind="code"
      status={status}
      label={texts.codeCell(position, texts[status])}
      gutter={<RunButton cellId={cellId} position={position} status={status} />}
      actions={<CellActions cellId={cellId} kind="code" />}
    >
      <CodeEditor
        cellId={cellId}
        source={cell.source}
        language="typescript"
        label={texts.codeOfCell(position)}
        isEditing={isEditing}
        caret={caret}
        failure={failure}
        {...editing}
      />
      <CellStatusLine cellState={cellState} status={status} outdated={outdated} />
      <StateLostNotice cellId={cellId} />
      {phase.kind === 'running' && <RunningTasks progress={phase.progress} />}
      <OutputList
        outputs={cell.outputs}
        cellLabel={(target) => texts.cellNumber(session.state.getState().order.indexOf(target) + 1)}
        onPlace={(place) => view.edit(place.cellId, caretAt(sourceOf(place.cellId), place))}
      />
      {status === 'error' && <MissingVariableNotice cellId={cellId} />}
    </CellFrame>
  );
}
