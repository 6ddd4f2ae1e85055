import type { KeyboardEvent, ReactNode } from 'react';
import { statusOf } from '../../../lab/notebook/cell-status.ts';
import type { SourcePlace } from '../../../notebook/document/output.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CellStatusLine } from '../../notebook/cells/CellStatusLine.tsx';
import { failureOf } from '../../notebook/cells/failure-of.ts';
import { RunningTasks } from '../../notebook/cells/RunningTasks.tsx';
import { CodeEditor } from '../../notebook/editor/CodeEditor.tsx';
import { caretAt } from '../../notebook/editor/caret-at.ts';
import { useCell, useNotebook, useViewState } from '../../notebook/notebook-context.ts';
import { OutputList } from '../../notebook/outputs/OutputList.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { useLessonLab } from '../page/lesson-context.ts';
import '../../notebook/notebook.css';
import { SkippedCellNotice } from './SkippedCellNotice.tsx';
import { usePainted } from './use-painted.ts';
import './live.css';

/** A cell inside a lesson: its editor, what can be done with it, how it stands, and what it left. */
export function LessonCell({
  cellId,
  label,
  onRun,
  children,
}: {
  readonly cellId: string;
  /** What is edited, for those who cannot see it. */
  readonly label: string;
  /** Ctrl+Enter in the editor. */
  readonly onRun: () => void;
  /** Buttons and what they show, between the code and its outputs. */
  readonly children: ReactNode;
}) {
  const texts = useMessages(lessonTexts);
  const { session, view } = useNotebook();
  const cellState = useCell(cellId);
  const isEditing = useViewState(({ activeId, mode }) => activeId === cellId && mode === 'edit');
  const caret = useViewState((state) => (state.activeId === cellId ? state.caret : null));
  const isFresh = useLessonLab(({ ranCellIds }) => ranCellIds.includes(cellId));
  const isPreparing = useLessonLab(({ phase }) => phase === 'preparing');
  const painted = usePainted(cellId, cellState?.cell.source ?? '');
  if (cellState === undefined || cellState.cell.kind !== 'code') return null;
  const { cell, phase } = cellState;
  const status = statusOf(cellState, null);
  const goTo = (place: SourcePlace): void => {
    const target = session.state.getState().cells[place.cellId]?.cell;
    if (target !== undefined) view.edit(place.cellId, caretAt(target.source, place));
  };
  const startEditing = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) onRun();
    else view.edit(cellId);
  };
  return (
    <div className="lesson-cell" data-status={status} data-cell-id={cellId}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset: what is grouped is a text that Enter opens. */}
      <div
        className="lesson-code"
        role="group"
        aria-label={label}
        tabIndex={isEditing ? -1 : 0}
        data-active={isEditing}
        onKeyDown={startEditing}
      >
        <CodeEditor
          cellId={cellId}
          source={cell.source}
          painted={painted}
          language="typescript"
          label={texts.editorFor(cellId)}
          isEditing={isEditing}
          caret={caret}
          failure={status === 'error' ? failureOf(cell) : null}
          onEdit={(at) => view.edit(cellId, at)}
          onChange={(source) => session.edit(cellId, source)}
          onBlur={() => {
            session.leave(cellId);
            const { activeId, mode } = view.state.getState();
            if (activeId === cellId && mode === 'edit') view.leave(true);
          }}
          onCommand={(command) => {
            if (command === 'leave') view.leave();
            else if (command === 'stop') void session.stop();
            else if (command !== 'find') onRun();
          }}
        />
      </div>
      {children}
      {phase.kind === 'running' && isPreparing ? (
        <p className="cell-status">{texts.preparing}</p>
      ) : (
        <CellStatusLine cellState={cellState} status={status} outdated={null} />
      )}
      {phase.kind === 'running' && <RunningTasks progress={phase.progress} />}
      {status === 'ok' && !isFresh && <p className="hint cell-earlier">{texts.earlier}</p>}
      {status === 'error' && <SkippedCellNotice cellId={cellId} onRun={onRun} />}
      <OutputList
        outputs={cell.outputs}
        cellLabel={(target) => (target === cellId ? label : target)}
        onPlace={goTo}
      />
    </div>
  );
}
