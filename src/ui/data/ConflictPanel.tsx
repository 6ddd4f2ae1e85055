import type { MonthConflictError } from '../../core/snapshots/errors.ts';
import type { OnConflict } from '../../core/snapshots/store-snapshots.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { importTexts } from './import-texts.ts';
import { ScrollFrame } from './ScrollFrame.tsx';

/** The month is there with other rows: what differs, and what to do with it. */
export function ConflictPanel({
  error: { differences },
  onResolve,
  onLeave,
}: {
  readonly error: MonthConflictError;
  readonly onResolve: (onConflict: OnConflict) => void;
  readonly onLeave: () => void;
}) {
  const texts = useMessages(importTexts);
  const formats = useFormats();
  const canCorrect = differences.every(({ nRemoved }) => nRemoved === 0);
  return (
    <section className="notice conflict" data-kind="caution" role="alert">
      <h2>{texts.conflict}</h2>
      <ScrollFrame label={texts.differences}>
        <table className="table">
          <thead>
            <tr>
              {[texts.tableOf, texts.changed, texts.added, texts.removed].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ table, nChanged, nAdded, nRemoved }) => (
              <tr key={table}>
                <th scope="row">{table}</th>
                <td>{formats.count(nChanged)}</td>
                <td>{formats.count(nAdded)}</td>
                <td>{formats.count(nRemoved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p>{canCorrect ? texts.conflictWhy : texts.noCorrection}</p>
      <div className="actions">
        {canCorrect && (
          <button type="button" className="primary" onClick={() => onResolve('correction')}>
            {texts.correction}
          </button>
        )}
        <button type="button" className="danger" onClick={() => onResolve('replace')}>
          {texts.replace}
        </button>
        <button type="button" className="plain" onClick={onLeave}>
          {texts.leave}
        </button>
      </div>
    </section>
  );
}
