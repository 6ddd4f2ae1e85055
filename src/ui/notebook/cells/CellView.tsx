import { memo } from 'react';
import { useNotebookState } from '../notebook-context.ts';
import { CodeCellView } from './CodeCellView.tsx';
import { MarkdownCellView } from './MarkdownCellView.tsx';

/** One cell of the notebook around it, of whichever kind; `position` counts from 1. */
export const CellView = memo(function CellView({
  cellId,
  position,
}: {
  readonly cellId: string;
  readonly position: number;
}) {
  const kind = useNotebookState(({ cells }) => cells[cellId]?.cell.kind);
  if (kind === 'markdown') return <MarkdownCellView cellId={cellId} position={position} />;
  return <CodeCellView cellId={cellId} position={position} />;
});
