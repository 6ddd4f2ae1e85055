import { cellAt } from '../../core/table/column.ts';
import { type BuiltTrainingSet, leakingViews } from '../../lab/features/training-set.ts';
import { useCellText } from './use-cell-text.ts';

/** One row of the preview; values that leak are marked. The grid around it handles the keys. */
export function PreviewRow({
  set,
  row,
  focused,
  isChosen,
  onChoose,
}: {
  readonly set: BuiltTrainingSet;
  readonly row: number;
  /** The column whose cell keys reach; null for another row's. */
  readonly focused: number | null;
  /** Whether that cell was chosen, rather than only reached. */
  readonly isChosen: boolean;
  readonly onChoose: (column: number) => void;
}) {
  const cellText = useCellText();
  const leaking = leakingViews(set, row);
  return (
    <tr>
      {set.columns.map(({ name, view }, column) => {
        const values = set.joined.table.columns.get(name)!;
        const value = cellAt(values, row);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all its cells.
          <td
            key={name}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what a cell of a grid is.
            role="gridcell"
            tabIndex={focused === column ? 0 : -1}
            aria-selected={isChosen && focused === column}
            data-number={typeof value === 'number' || undefined}
            data-null={value === null || undefined}
            data-leak={(view !== null && leaking.has(view)) || undefined}
            onClick={() => onChoose(column)}
          >
            {cellText(value)}
          </td>
        );
      })}
    </tr>
  );
}
