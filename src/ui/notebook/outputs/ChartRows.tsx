import type { MarkSpec } from '../../../notebook/document/output.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';

const MOST_ROWS = 200;

/** The rows behind a mark, the first of them where there are many. */
export function ChartRows({ mark }: { readonly mark: MarkSpec | undefined }) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  if (mark === undefined) return null;
  const columns = Object.entries(mark.data);
  const nRows = columns[0]?.[1].length ?? 0;
  const textOf = (name: string, value: number | string | boolean | null): string => {
    if (value === null) return '○';
    if (typeof value !== 'number') return String(value);
    return mark.dtypes[name] === 'timestamp' ? formats.instant(value) : formats.number(value, 4);
  };
  return (
    <>
      <table className="table">
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
          {Array.from({ length: Math.min(nRows, MOST_ROWS) }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number.
            <tr key={row}>
              {columns.map(([name, values]) => (
                <td key={name}>{textOf(name, values[row] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {nRows > MOST_ROWS && <p>{texts.firstRows(formats.count(MOST_ROWS))}</p>}
    </>
  );
}
