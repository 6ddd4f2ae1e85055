import { useId } from 'react';
import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { runsTexts } from './runs-texts.ts';

/** One typed setting with its hint, and what is wrong with it. */
export function RunField({
  label,
  hint,
  text,
  kind = 'number',
  step = 'any',
  problem,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly kind?: 'number' | 'text';
  readonly step?: string;
  readonly problem: FieldProblem | null;
  readonly onChange: (text: string) => void;
}) {
  const hintId = useId();
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type={kind}
        {...(kind === 'number' ? { step, inputMode: 'decimal' as const } : {})}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={hintId} className={problem === null ? 'hint' : 'field-problem'}>
        {problem === null ? hint : <ProblemText problem={problem} />}
      </span>
    </label>
  );
}

/** A problem as a sentence that says what to enter. */
export function ProblemText({ problem }: { readonly problem: FieldProblem }) {
  const texts = useMessages(runsTexts);
  const formats = useFormats();
  const { bound } = problem;
  if (bound !== null && problem.problem === 'too-small') return texts.atLeast(formats.number(bound));
  if (bound !== null && problem.problem === 'too-large') return texts.atMost(formats.number(bound));
  return texts[problem.problem];
}
