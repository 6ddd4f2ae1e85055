import type { Problem } from '../../core/problem.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';

/** Findings by rule, each rule with what to do about it, each finding with the way to the first row that shows it. */
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
  if (problems.length === 0) return <p className="hint">{nothing}</p>;
  const rules = [...new Set(problems.map(ruleOf))];
  return (
    <ul className="problems">
      {rules.map((rule) => {
        const findings = problems.filter((problem) => ruleOf(problem) === rule);
        const { severity, code, hint } = findings[0]!;
        return (
          <li key={rule} className="notice" data-kind={severity === 'error' ? 'failure' : 'caution'}>
            <span>
              <strong>{texts[severity]}</strong> <code>{code}</code>
            </span>
            <ul>
              {findings.map((problem) => (
                <Finding key={problem.message} problem={problem} onShowRow={onShowRow} />
              ))}
            </ul>
            <span className="hint" lang="en">
              {hint}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Findings of one rule that are mended in one way belong together. */
function ruleOf({ code, hint }: Problem): string {
  return `${code} ${hint}`;
}

function Finding({
  problem: { message, row, column },
  onShowRow,
}: {
  readonly problem: Problem;
  readonly onShowRow: (row: number) => void;
}) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  return (
    <li>
      <span lang="en">{message}</span>
      {column !== undefined && <span className="hint"> · {texts.inColumn(column)}</span>}
      {row !== undefined && (
        <button type="button" className="quiet" onClick={() => onShowRow(row - 1)}>
          {texts.showRow(formats.count(row))}
        </button>
      )}
    </li>
  );
}
