import { useMemo } from 'react';
import type { FeatureLineage, SourceRow } from '../../core/features/lineage.ts';
import { type Cell, cellAt } from '../../core/table/column.ts';
import { CUSTOMER_KEY } from '../../lab/features/read-customer.ts';
import type { BuiltTrainingSet } from '../../lab/features/training-set.ts';
import { writeAddress } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';
import { useAge } from './use-age.ts';
import { useCellText } from './use-cell-text.ts';

/** Where one cell's value comes from: view, source row, when it was true, when it landed, its age, and why this row. */
export function CellLineage({
  set,
  row,
  column,
}: {
  readonly set: BuiltTrainingSet;
  readonly row: number;
  readonly column: string;
}) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const cellText = useCellText();
  const { joined, columns, spec } = set;
  const lineage = useMemo(() => joined.lineage(row), [joined, row]);
  const view = columns.find(({ name }) => name === column)?.view ?? null;
  const found = lineage.find((one) => one.view === view);
  const readCell = (name: string): Cell => {
    const values = joined.table.columns.get(name);
    return values === undefined ? null : cellAt(values, row);
  };
  return (
    <aside className="lineage" aria-live="polite">
      <h3>{texts.lineage(column, formats.count(row + 1))}</h3>
      <dl className="facts">
        <Fact name={texts.value} value={cellText(readCell(column))} />
        {found !== undefined && <LineageFacts lineage={found} />}
      </dl>
      {found === undefined && <p className="hint">{texts.fromEntity}</p>}
      <a
        href={writeAddress(
          '/features/explorer',
          new URLSearchParams({
            user: String(readCell(CUSTOMER_KEY)),
            at: spec.asOf,
            ...(spec.mode === 'lab' ? {} : { mode: spec.mode }),
          }),
        )}
      >
        {texts.inExplorer}
      </a>
    </aside>
  );
}

function LineageFacts({ lineage }: { readonly lineage: FeatureLineage }) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const age = useAge();
  const { view, sourceTable, used, reason, expiredRow, nextFutureRow } = lineage;
  const isLeak = used !== null && used.ageMs < 0;
  const tell = ({ eventTimestamp, rowIndex }: SourceRow): string =>
    `${formats.date(eventTimestamp)} (${texts.sourceRowOf(formats.count(rowIndex + 1), sourceTable)})`;
  return (
    <>
      <Fact name={texts.view} value={view} />
      <Fact name={texts.why} value={isLeak ? texts.leaked : texts[reason]} isLeak={isLeak} />
      {used !== null && (
        <>
          <Fact
            name={texts.sourceRow}
            value={texts.sourceRowOf(formats.count(used.rowIndex + 1), sourceTable)}
          />
          <Fact name={texts.event} value={formats.instant(used.eventTimestamp)} isLeak={isLeak} />
          <Fact
            name={texts.landed}
            value={used.createdTimestamp === null ? '–' : formats.instant(used.createdTimestamp)}
          />
          <Fact name={texts.age} value={age(used.ageMs)} isLeak={isLeak} />
        </>
      )}
      {expiredRow !== null && <Fact name={texts.expiredRow} value={tell(expiredRow)} />}
      {nextFutureRow !== null && !isLeak && <Fact name={texts.nextRow} value={tell(nextFutureRow)} />}
    </>
  );
}

function Fact({
  name,
  value,
  isLeak = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly isLeak?: boolean;
}) {
  return (
    <div data-leak={isLeak || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
