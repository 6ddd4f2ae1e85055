import { useCell } from '../../notebook/notebook-context.ts';

/** Whether a cell has a result. */
export function useCellRan(cellId: string): boolean {
  const cell = useCell(cellId)?.cell;
  return cell?.kind === 'code' && cell.lastRun !== null;
}
