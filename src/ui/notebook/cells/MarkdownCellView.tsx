import { useMessages } from '../../i18n/use-messages.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { useCell, useNotebook, useNotebookState, useViewState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { CellActions } from './CellActions.tsx';
import { CellFrame } from './CellFrame.tsx';
import { MarkdownText } from './MarkdownText.tsx';
import { useEditing } from './use-editing.ts';

/** A cell of text: shown as it reads, edited as Markdown. */
export function MarkdownCellView({
  cellId,
  position,
}: {
  readonly cellId: string;
  readonly position: number;
}) {
  const texts = useMessages(notebookTexts);
  const { view } = useNotebook();
  const cellState = useCell(cellId);
  const isEditable = useNotebookState((state) => state.isEditable);
  const isEditing =
    useViewState(({ activeId, mode }) => activeId === cellId && mode === 'edit') && isEditable;
  const caret = useViewState((state) => (state.activeId === cellId ? state.caret : null));
  const editing = useEditing(cellId);
  if (cellState === undefined) return null;
  const { source } = cellState.cell;
  return (
    <CellFrame
      cellId={cellId}
      kind="markdown"
      status="idle"
      label={texts.textCell(position)}
      gutter={null}
      actions={<CellActions cellId={cellId} kind="markdown" />}
    >
      {isEditing ? (
        <>
          <CodeEditor
            cellId={cellId}
            source={source}
            language="markdown"
            label={texts.textOfCell(position)}
            isEditing
            caret={caret}
            failure={null}
            {...editing}
          />
          <p className="cell-status">{texts.markdownHint}</p>
        </>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it has the focus, Enter edits.
        <div
          className="markdown-frame"
          onClick={() => view.state.getState().activeId !== cellId && view.activate(cellId)}
          onDoubleClick={() => view.edit(cellId)}
          onKeyDown={undefined}
        >
          {source.trim() === '' ? (
            <button type="button" className="quiet" onClick={() => view.edit(cellId)}>
              {texts.emptyText}
            </button>
          ) : (
            <MarkdownText source={source} />
          )}
        </div>
      )}
    </CellFrame>
  );
}
