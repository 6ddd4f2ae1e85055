import { type ReactNode, useId } from 'react';
import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { ProblemText } from './ProblemText.tsx';

/** What ties a control to its label and its hint. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string;
}

/** A label, a control, and below it the hint, or what is wrong. Only the label is the control's name. */
export function FieldFrame({
  label,
  hint,
  problem = null,
  children,
}: {
  readonly label: string;
  readonly hint: ReactNode;
  readonly problem?: FieldProblem | null;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hintId })}
      <span id={hintId} className={problem === null ? 'hint' : 'field-problem'}>
        {problem === null ? hint : <ProblemText problem={problem} />}
      </span>
    </div>
  );
}
