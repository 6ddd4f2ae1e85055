import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { FieldFrame } from './FieldFrame.tsx';

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
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          type={kind}
          {...(kind === 'number' ? { step, inputMode: 'decimal' as const } : {})}
          value={text}
          aria-invalid={problem !== null}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
