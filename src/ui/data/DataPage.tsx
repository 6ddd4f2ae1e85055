import { Link } from 'wouter';
import { type MatrixRow, readMatrix } from '../../lab/data/read-matrix.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { dataTexts } from './data-texts.ts';
import { EmptyData } from './EmptyData.tsx';
import { ImportPage } from './ImportPage.tsx';
import { SnapshotMatrix } from './SnapshotMatrix.tsx';
import { SnapshotView } from './SnapshotView.tsx';
import './data.css';

/** The tables month by month, and one of them in full; or the way to bring in more. */
export function DataPage() {
  const { path } = useAddressParams();
  return path === '/data/import' ? <ImportPage /> : <Tables />;
}

function Tables() {
  const texts = useMessages(dataTexts);
  const { params } = useAddressParams();
  const { data: matrix, error } = useLab(['data'], ['data-matrix'], readMatrix);
  const row =
    matrix?.rows.find(({ table }) => table.name === params.get('table')) ?? widest(matrix?.rows ?? []);
  const wanted = params.get('month');
  const isThere = wanted === 'all' || (wanted !== null && row?.cells[wanted] !== undefined);
  const month = isThere ? wanted : (row?.table.asOf.at(-1) ?? 'all');
  return (
    <div className="page data-page">
      <header className="page-head">
        <div className="section-head">
          <h1>{texts.title}</h1>
          {matrix !== undefined && matrix.rows.length > 0 && (
            <Link className="plain" href="/data/import">
              {texts.import}
            </Link>
          )}
        </div>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {matrix === undefined && error === null && <p className="hint">{texts.reading}</p>}
      {matrix?.rows.length === 0 && <EmptyData />}
      {matrix !== undefined && row !== undefined && (
        <>
          <SnapshotMatrix matrix={matrix} selected={{ table: row.table.name, month }} />
          <SnapshotView row={row} month={month} />
        </>
      )}
    </div>
  );
}

/** The table with the most columns, which has the most to show. */
function widest(rows: readonly MatrixRow[]): MatrixRow | undefined {
  return rows.toSorted((a, b) => b.table.columns.length - a.table.columns.length)[0];
}
