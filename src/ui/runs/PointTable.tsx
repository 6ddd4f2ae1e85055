import { useFormats } from '../i18n/use-formats.ts';

/** Most rows of a picture's table; of longer data every n-th row is shown. */
const MOST_ROWS = 40;

/** The data of a picture as a table. */
export function PointTable({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}) {
  const formats = useFormats();
  const step = Math.ceil(rows.length / MOST_ROWS);
  const shown = rows.filter((_, row) => row % step === 0 || row === rows.length - 1);
  return (
    <table className="table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, column) => (
              <td key={heads[column]}>{typeof cell === 'number' ? formats.number(cell, 4) : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
