import type { Table } from '../../core/table/table.ts';
import { useCellText } from './cell-text.ts';
import { ScrollFrame } from './ScrollFrame.tsx';

/** The first rows of a file as they were read. */
export function PreviewTable({ table, label }: { readonly table: Table; readonly label: string }) {
  const cellText = useCellText();
  const columns = [...table.columns];
  return (
    <ScrollFrame label={label}>
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
    </ScrollFrame>
  );
}
