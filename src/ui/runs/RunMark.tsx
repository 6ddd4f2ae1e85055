import type { Run } from '../../core/tracking/run.ts';
import { colourOf } from '../../lab/runs/run-colour.ts';

/** A run's colour, the same in the table and in every picture. */
export function RunMark({ run }: { readonly run: Run }) {
  return <span className="run-mark" style={{ background: runColour(run) }} aria-hidden="true" />;
}

/** The same colour for strokes and texts of pictures. */
export function runColour(run: Run): string {
  return `var(--run-${colourOf(run)})`;
}
