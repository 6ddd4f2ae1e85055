import type { Language } from './language.ts';
import type { ShownValue } from './lesson.ts';
import type { LessonFile } from './lesson-file.ts';
import { type LessonProblem, listProblems } from './lesson-problem.ts';
import { writeLike } from './shown-values.ts';

/** Numbers of the text that are not what the lesson's code gave. */
export function checkValues(
  { file, lesson }: LessonFile,
  values: ReadonlyMap<string, unknown>,
): readonly LessonProblem[] {
  const list = listProblems(file);
  for (const shown of lesson.shownValues) {
    const expected = textOf(shown, values, lesson.language);
    if (expected === shown.text) continue;
    const isKnown = values.has(shown.name);
    list.add(shown.line, {
      code: isKnown ? 'value-differs' : 'unknown-value',
      message: isKnown
        ? `the text says ${shown.text} for '${shown.name}', the code gives ${expected ?? String(values.get(shown.name))}`
        : `no js values block gives '${shown.name}'`,
      hint: isKnown ? 'npm run lessons -- --write puts it in' : `known: ${[...values.keys()].join(', ')}`,
    });
  }
  return list.problems;
}

/** What the text should say for a shown value; null where there is no such value, or it is no number or text. */
export function textOf(
  shown: ShownValue,
  values: ReadonlyMap<string, unknown>,
  language: Language,
): string | null {
  return values.has(shown.name) ? writeLike(values.get(shown.name), shown.text, language) : null;
}
