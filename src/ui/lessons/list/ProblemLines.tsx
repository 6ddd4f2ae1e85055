import type { LessonProblem } from '../../../notebook/lesson/lesson-problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonsTexts } from '../lessons-texts.ts';

const SHOWN = 20;

/** What is wrong with a lesson file, each finding with its line and what to do. */
export function ProblemLines({ problems }: { readonly problems: readonly LessonProblem[] }) {
  const texts = useMessages(lessonsTexts);
  if (problems.length === 0) return <p className="hint">{texts.problemsNone}</p>;
  return (
    <div role="status">
      <p>
        <strong>{texts.problems(problems.length)}</strong>
      </p>
      <ul className="problem-lines">
        {problems.slice(0, SHOWN).map(({ line, code, message, hint }) => (
          <li key={`${line} ${code} ${message}`}>
            <span className="figure">{texts.problemLine(line)}</span> {message}
            <span className="hint"> {hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
