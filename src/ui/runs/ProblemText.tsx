import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { newRunTexts } from './new-run-texts.ts';

/** A problem as a sentence that says what to enter. */
export function ProblemText({ problem }: { readonly problem: FieldProblem }) {
  const texts = useMessages(newRunTexts);
  const formats = useFormats();
  const { bound } = problem;
  if (bound !== null && problem.problem === 'too-small') return texts.atLeast(formats.number(bound));
  if (bound !== null && problem.problem === 'too-large') return texts.atMost(formats.number(bound));
  return texts[problem.problem];
}
