import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { MatrixRow } from '../../lab/data/read-matrix.ts';
import { ALL_MONTHS, readRows } from '../../lab/data/read-rows.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { dataTexts } from './data-texts.ts';
import { ExpectationsView } from './ExpectationsView.tsx';
import { useMonthName } from './month-name.ts';
import { ProfileList } from './ProfileList.tsx';
import { RowsView } from './RowsView.tsx';
import { SnapshotActions } from './SnapshotActions.tsx';

const TABS = ['profile', 'rows', 'checks'] as const;

/** One month of a table: what it is, its columns' profiles, its rows, what is expected of it. */
export function SnapshotView({ row, month }: { readonly row: MatrixRow; readonly month: string }) {
  const texts = useMessages(dataTexts);
  const monthName = useMonthName();
  const { params, change } = useAddressParams();
  const { name } = row.table;
  const { data, error } = useLab(['data'], ['data-rows', name, month], (workspace) =>
    readRows(workspace, { table: name, month }),
  );
  // While another selection is read, the rows of the last one are still there.
  const selected = data?.table === name && data.month === month ? data : null;
  const tab = TABS.find((candidate) => candidate === params.get('tab')) ?? 'profile';
  const title = month === ALL_MONTHS ? texts.rowsOfAll(name) : texts.rowsOf(name, monthName(month));
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {selected !== null && <SnapshotActions selected={selected} />}
      </div>
      <SnapshotFacts row={row} month={month} />
      <ErrorNotice error={error} />
      {selected === null ? (
        error === null && <p className="hint">{texts.reading}</p>
      ) : (
        <Tabs
          className="section"
          selectedKey={tab}
          onSelectionChange={(key) => change({ tab: key === 'profile' ? null : String(key) })}
        >
          <TabList className="tabs" aria-label={title}>
            <Tab id="profile">{texts.tabProfile}</Tab>
            <Tab id="rows">{texts.tabRows}</Tab>
            <Tab id="checks">{texts.tabChecks}</Tab>
          </TabList>
          <TabPanel id="profile">
            <ProfileList table={selected.rows} />
          </TabPanel>
          <TabPanel id="rows" className="section">
            <RowsView name={title} table={selected.rows} />
          </TabPanel>
          <TabPanel id="checks" className="section">
            <ExpectationsView name={name} table={selected.rows} />
          </TabPanel>
        </Tabs>
      )}
    </section>
  );
}

function SnapshotFacts({ row, month }: { readonly row: MatrixRow; readonly month: string }) {
  const texts = useMessages(dataTexts);
  const formats = useFormats();
  const { table, cells } = row;
  const cell = cells[month];
  const facts = [
    [texts.rows, formats.count(cell?.nRows ?? table.nRows)],
    ...(cell !== undefined && cell.nCorrected > 0
      ? [[texts.correctedRows, formats.count(cell.nCorrected)] as const]
      : []),
    [texts.columns, formats.count(table.columns.length)],
    [texts.joinKeys, table.joinKeys.join(', ') || texts.none],
    [texts.timestampField, table.timestampField],
    [texts.createdColumn, table.createdTimestampColumn ?? texts.none],
    [texts.digest, (cell?.digest ?? table.digest).slice(0, 16)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
