import type { CellProgram } from '../kernel/kernel.ts';
import type { Lesson, LessonStart } from './lesson.ts';

/**
 * What a lesson may leave to the teacher. Its cells find `AS_OF`, the month end it is about as ISO text, and `SEED`, a
 * whole number, as variables.
 */
export const LESSON_VARIABLES = ['AS_OF', 'SEED'] as const;

/** Name of a variable that a lesson link can set. */
export type LessonVariable = (typeof LESSON_VARIABLES)[number];

/** Values of them; what is left out is no variable. */
export type LessonVariables = Readonly<Partial<Record<LessonVariable, string | number>>>;

/** What `asOf` and `seed` of a lesson's head give, where they are there. */
export function variablesOf({ asOf, seed }: Pick<LessonStart, 'asOf' | 'seed'>): LessonVariables {
  return { ...(asOf !== null && { AS_OF: asOf }), ...(seed !== null && { SEED: seed }) };
}

/** The cell that declares the variables: it runs before everything else. Null where there are none. */
export function variablesProgram(variables: LessonVariables): CellProgram | null {
  const lines = Object.entries(variables).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  return lines.length === 0 ? null : { cellId: 'lesson-settings', source: lines.join('\n') };
}

/** The variables that a lesson's cells go by: given in its head, or named in its code. A link that sets others does nothing. */
export function variablesUsed(
  lesson: Pick<Lesson, 'start' | 'introduction' | 'steps'>,
): readonly LessonVariable[] {
  const given = variablesOf(lesson.start);
  const code = codeOf(lesson);
  return LESSON_VARIABLES.filter((name) => name in given || mentions(code, name));
}

/** Whether code names a variable. */
export function mentions(code: string, name: LessonVariable): boolean {
  return new RegExp(`\\b${name}\\b`).test(code);
}

/** All code of a lesson that runs, as one text. */
export function codeOf({ introduction, steps }: Pick<Lesson, 'introduction' | 'steps'>): string {
  return [...introduction, ...steps.flatMap(({ blocks }) => blocks)]
    .flatMap((block) => {
      if (block.kind === 'exercise') return [block.code.source, block.solution.source, block.check.source];
      return 'code' in block && block.kind !== 'python' ? [block.code.source] : [];
    })
    .join('\n');
}
