import { type ReactNode, useEffect, useRef } from 'react';
import { useNotebook, useNotebookState, useViewState } from '../notebook-context.ts';

/** The frame of a cell: it has the focus in command mode, a gutter on the left and its actions at the top. */
export function CellFrame({
  cellId,
  kind,
  status,
  label,
  gutter,
  actions,
  children,
}: {
  readonly cellId: string;
  readonly kind: 'code' | 'markdown';
  readonly status: string;
  /** The cell in one line, for those who cannot see it. */
  readonly label: string;
  readonly gutter: ReactNode;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const { view } = useNotebook();
  const frame = useRef<HTMLDivElement>(null);
  const isActive = useViewState(({ activeId }) => activeId === cellId);
  const isFirst = useNotebookState(({ order }) => order[0] === cellId);
  const isReached = useViewState(({ activeId }) => (activeId === null ? isFirst : activeId === cellId));
  const isEditing = useViewState(({ activeId, mode }) => activeId === cellId && mode === 'edit');
  const isWished = useViewState(
    ({ activeId, mode, focusWish }) => focusWish === cellId && activeId === cellId && mode === 'command',
  );
  useEffect(() => {
    if (!isWished || frame.current === null) return;
    view.focusDone();
    frame.current.focus({ preventScroll: true });
    frame.current.scrollIntoView({ block: 'nearest' });
  }, [isWished, view]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: a cell groups a text, its outputs and its buttons.
    <div
      ref={frame}
      className="cell"
      role="group"
      aria-label={label}
      tabIndex={isReached && !isEditing ? 0 : -1}
      data-cell-id={cellId}
      data-kind={kind}
      data-status={status}
      data-active={isActive}
      data-mode={isEditing ? 'edit' : 'command'}
      onFocus={(event) => {
        if (event.target === frame.current || !isActive) view.focused(cellId);
      }}
      // A press on the cell's empty places selects it.
      onMouseDown={(event) => {
        if (event.target === frame.current) view.activate(cellId);
      }}
    >
      <div className="cell-gutter">{gutter}</div>
      <div className="cell-body">{children}</div>
      <div className="cell-actions">{actions}</div>
    </div>
  );
}
