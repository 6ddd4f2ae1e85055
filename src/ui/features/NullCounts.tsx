import type { BuiltTrainingSet } from '../../lab/features/training-set.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';

/** Every column with its nulls; the title says in how many there are any. */
export function NullCounts({ set }: { readonly set: BuiltTrainingSet }) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const { columns, joined } = set;
  const nWithNulls = columns.filter(({ nNulls }) => nNulls > 0).length;
  return (
    <details className="section null-counts">
      <summary>
        <h2>{nWithNulls === 0 ? texts.noNulls : texts.nulls(formats.count(nWithNulls))}</h2>
      </summary>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th>{texts.column}</th>
              <th>{texts.view}</th>
              <th>{texts.type}</th>
              <th data-number>{texts.nullCount}</th>
              <th data-number>{texts.share}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, view, dtype, nNulls }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{view === null ? '–' : <code>{view}</code>}</td>
                <td>{dtype}</td>
                <td data-number>{formats.count(nNulls)}</td>
                <td data-number>{formats.percent(nNulls / Math.max(joined.table.nRows, 1))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
