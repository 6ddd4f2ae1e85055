import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Table } from '../../core/table/table.ts';
import { expectationSuites, resetExpectations, suiteOf } from '../../lab/data/expectation-suites.ts';
import { checkExpectation, courseExpectations } from '../../lab/data/expectations.ts';
import { nextSort, readSort, writeSort } from '../../lab/data/row-order.ts';
import { sortRows } from '../../lab/data/sort-rows.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ExpectationForm } from './ExpectationForm.tsx';
import { ExpectationTable } from './ExpectationTable.tsx';
import { useExpectationText } from './expectation-text.ts';
import { RowGrid } from './RowGrid.tsx';
import { rowsTexts } from './rows-texts.ts';

/** What must hold for a table, whether it does, and the rows that fail. */
export function ExpectationsView({ name, table }: { readonly name: string; readonly table: Table }) {
  const texts = useMessages(rowsTexts);
  const formats = useFormats();
  const expectationText = useExpectationText();
  const { params, change } = useAddressParams();
  const suite = suiteOf(useStore(expectationSuites), name);
  const outcomes = useMemo(
    () => suite.map((expectation) => checkExpectation(table, expectation)),
    [suite, table],
  );
  const nMet = outcomes.filter(({ success }) => success === true).length;
  const shown = outcomes[Number(params.get('check') ?? -1)];
  const sort = readSort(params.get('sort'), table);
  const isOwn = useStore(expectationSuites, (suites) => Object.hasOwn(suites, name));
  return (
    <>
      {suite.length === 0 ? (
        <p>{texts.noChecks}</p>
      ) : (
        <>
          <div className="section-head">
            <h3>{texts.met(formats.count(nMet), formats.count(suite.length))}</h3>
            {isOwn && courseExpectations(name).length > 0 && (
              <button type="button" className="quiet" onClick={() => resetExpectations(name)}>
                {texts.reset}
              </button>
            )}
          </div>
          <ExpectationTable name={name} outcomes={outcomes} />
        </>
      )}
      {shown !== undefined && shown.rows.length > 0 && (
        <div className="section">
          <h3>{texts.failing(formats.count(shown.rows.length), expectationText(shown.expectation))}</h3>
          <RowGrid
            label={texts.failing(formats.count(shown.rows.length), expectationText(shown.expectation))}
            table={table}
            positions={sort === null ? shown.rows : sortRows(table, shown.rows, sort)}
            sort={sort}
            onSort={(column) => {
              const next = nextSort(sort, column);
              change({ sort: next === null ? null : writeSort(next) }, { replace: true });
            }}
          />
        </div>
      )}
      <ExpectationForm key={name} name={name} table={table} />
    </>
  );
}
