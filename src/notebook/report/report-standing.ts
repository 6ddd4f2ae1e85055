import type { ReportExercise, ReportLesson, ReportTask } from './report.ts';

/** What a lesson of a report comes to. */
export interface ReportStanding {
  readonly nSteps: number;
  readonly nDone: number;
  readonly nExercises: number;
  readonly nSolved: number;
}

/** Counts steps and exercises of a lesson of a report. */
export function standingOf(lesson: ReportLesson): ReportStanding {
  const exercises = exercisesOf(lesson);
  return {
    nSteps: lesson.steps.length,
    nDone: lesson.steps.filter(({ doneAt }) => doneAt !== null).length,
    nExercises: exercises.length,
    nSolved: exercises.filter(({ passedAt }) => passedAt !== null).length,
  };
}

/** The exercises of a lesson of a report, from top to bottom. */
export function exercisesOf({ steps }: Pick<ReportLesson, 'steps'>): readonly ReportExercise[] {
  return steps.flatMap(({ tasks }) => tasks.filter((task) => task.kind === 'exercise'));
}

/** What a student gave as answer: their words, the choice they took, or their code. */
export function answerOf(task: ReportTask): string {
  if (task.kind === 'question') return task.answer;
  if (task.kind !== 'prediction') return task.source;
  return task.choice === null ? task.answer : (task.choices[task.choice]?.text ?? '');
}
