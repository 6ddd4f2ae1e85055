import { useEffect, useRef } from 'react';
import type { DataMatrix, MatrixCell } from '../../lab/data/read-matrix.ts';
import { ALL_MONTHS, type Selection } from '../../lab/data/read-rows.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { dataTexts } from './data-texts.ts';
import { useMonthName } from './month-name.ts';

/** Tables × months with their rows; a cell opens that snapshot. */
export function SnapshotMatrix({
  matrix,
  selected,
}: {
  readonly matrix: DataMatrix;
  readonly selected: Selection;
}) {
  const texts = useMessages(dataTexts);
  const formats = useFormats();
  const monthName = useMonthName();
  const { change } = useAddressParams();
  const frame = useRef<HTMLDivElement>(null);
  // On a narrow page the newest months lie beyond the edge.
  useEffect(() => {
    frame.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const choose = (table: string, month: string): void =>
    change({ table, month, check: null, ...(table !== selected.table && { sort: null, filter: null }) });
  return (
    <section className="section">
      <h2>{texts.matrix}</h2>
      <p className="hint">
        {texts.matrixWhy} <span className="matrix-corrected">+n</span> {texts.correctedWhy}
      </p>
      <div className="table-frame" ref={frame}>
        <table className="matrix" aria-label={texts.matrixLabel}>
          <thead>
            <tr>
              <th scope="col">{texts.table}</th>
              {matrix.months.map((month) => (
                <th key={month} scope="col">
                  {monthName(month)}
                </th>
              ))}
              <th scope="col">{texts.allMonths}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ table, cells }) => (
              <tr key={table.name}>
                <th scope="row">{table.name}</th>
                {matrix.months.map((month) => (
                  <td key={month}>
                    {cells[month] === undefined ? (
                      <span className="matrix-gap">
                        <span aria-hidden="true">–</span>
                        <span className="visually-hidden">{texts.noSnapshot}</span>
                      </span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={selected.table === table.name && selected.month === month}
                        onClick={() => choose(table.name, month)}
                      >
                        <span className="visually-hidden">{texts.cellOf(table.name, monthName(month))}</span>
                        <CellContent cell={cells[month]} />
                      </button>
                    )}
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    aria-pressed={selected.table === table.name && selected.month === ALL_MONTHS}
                    onClick={() => choose(table.name, ALL_MONTHS)}
                  >
                    <span className="visually-hidden">{texts.cellOf(table.name, texts.allMonths)}</span>
                    {formats.count(table.nRows)}
                    <code>{table.digest.slice(0, 6)}</code>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CellContent({ cell: { nRows, nCorrected, digest } }: { readonly cell: MatrixCell }) {
  const texts = useMessages(dataTexts);
  const formats = useFormats();
  return (
    <>
      <span>
        {formats.count(nRows)}
        {nCorrected > 0 && (
          <span className="matrix-corrected">
            {' '}
            +{formats.count(nCorrected)}
            <span className="visually-hidden"> {texts.corrected}</span>
          </span>
        )}
      </span>
      <code>{digest.slice(0, 6)}</code>
    </>
  );
}
