import type { Table } from '../../core/table/table.ts';
import { useCellText } from './cell-text.ts';

/** The first rows of a file as they were read. */
export function PreviewTable({ table, label }: { readonly table: Table; readonly label: string }) {
  const cellText = useCellText();
  const columns = [...table.columns];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-frame" tabIndex={0} aria-label={label}>
      <table className="table preview">
        <thead>
          <tr>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: table.nRows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name.
            <tr key={row}>
              {columns.map(([name, column]) => (
                <td key={name}>{cellText(column, row) || '○'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
