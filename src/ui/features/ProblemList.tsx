import type { Problem } from '../../core/problem.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';

/** Findings with what to do about each, and the way to the first row that shows it. */
export function ProblemList({
  problems,
  nothing,
  onShowRow,
}: {
  readonly problems: readonly Problem[];
  /** Said where there is none. */
  readonly nothing: string;
  /** Rows count from 0. */
  readonly onShowRow: (row: number) => void;
}) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  if (problems.length === 0) return <p className="hint">{nothing}</p>;
  return (
    <ul className="problems">
      {problems.map(({ severity, code, message, hint, row, column }) => (
        <li
          key={`${code} ${message}`}
          className="notice"
          data-kind={severity === 'error' ? 'failure' : 'caution'}
        >
          <span>
            <strong>{texts[severity]}</strong> <code>{code}</code>
          </span>
          <span lang="en">{message}</span>
          <span className="hint" lang="en">
            {hint}
          </span>
          {column !== undefined && <span className="hint">{texts.inColumn(column)}</span>}
          {row !== undefined && (
            <button type="button" className="quiet" onClick={() => onShowRow(row - 1)}>
              {texts.showRow(formats.count(row))}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
