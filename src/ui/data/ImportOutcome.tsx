import { Link } from 'wouter';
import { ImportError, MonthConflictError } from '../../core/snapshots/errors.ts';
import type { ImportedMonth } from '../../core/snapshots/import-month.ts';
import type { OnConflict } from '../../core/snapshots/store-snapshots.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { importTexts } from './import-texts.ts';
import { useMonthName } from './month-name.ts';
import { ProblemTable } from './ProblemTable.tsx';

/** What became of an import: stored, refused with its problems, or a question. */
export function ImportOutcome({
  asOf,
  imported,
  error,
  onResolve,
  onLeave,
}: {
  readonly asOf: string;
  readonly imported: ImportedMonth | null;
  readonly error: Error | null;
  readonly onResolve: (onConflict: OnConflict) => void;
  readonly onLeave: () => void;
}) {
  const texts = useMessages(importTexts);
  const formats = useFormats();
  const monthName = useMonthName();
  if (error instanceof MonthConflictError) {
    return <ConflictPanel error={error} onResolve={onResolve} onLeave={onLeave} />;
  }
  if (error instanceof ImportError) return <Refusal error={error} />;
  if (error?.name === 'AbortError') return <p role="status">{texts.cancelled}</p>;
  if (imported === null) return <ErrorNotice error={error} />;
  const { tables, problems } = imported;
  return (
    <section className="section">
      <div className="notice" role="status">
        <strong>{texts.done(monthName(asOf))}</strong>
        <ul className="stored-tables">
          {tables.map(({ table, status, nRows }) => (
            <li key={table}>
              <code>{table}</code>: {texts[status]}
              {nRows > 0 && `, ${texts.rowsStored(formats.count(nRows))}`}
            </li>
          ))}
        </ul>
        <Link href={`/data/?month=${asOf}`}>{texts.show}</Link>
      </div>
      {problems.length > 0 && (
        <>
          <h2>{texts.warnings(formats.count(problems.length))}</h2>
          <ProblemTable problems={problems} />
        </>
      )}
    </section>
  );
}

/** Nothing was stored: all problems of the files. */
export function Refusal({ error: { problems } }: { readonly error: ImportError }) {
  const texts = useMessages(importTexts);
  const formats = useFormats();
  const nErrors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <section className="section">
      <div role="alert">
        <h2>{texts.problems(formats.count(nErrors), formats.count(problems.length - nErrors))}</h2>
      </div>
      <ProblemTable problems={problems} />
    </section>
  );
}
