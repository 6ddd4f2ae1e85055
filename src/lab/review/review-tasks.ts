import type { Report, ReportLesson, ReportTask } from '../../notebook/report/report.ts';
import { answerOf } from '../../notebook/report/report-standing.ts';

/** A task that several students may have answered, in the order of its lesson. */
export interface ReviewTask {
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly stepTitle: string;
  readonly taskKey: string;
  readonly task: ReportTask;
}

/** What names a task within a lesson: a prediction has the id of its example. */
export function taskKeyOf({ kind, id }: Pick<ReportTask, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** Every exercise, prediction and question of these reports once, in the order of the course. */
export function listTasks(reports: readonly Report[]): readonly ReviewTask[] {
  const lessons = reports
    .flatMap((report) => report.lessons)
    .toSorted((a, b) => (a.number ?? Number.MAX_VALUE) - (b.number ?? Number.MAX_VALUE));
  const found = new Map<string, ReviewTask>();
  for (const lesson of lessons) {
    for (const { task, stepTitle } of tasksOf(lesson)) {
      const taskKey = taskKeyOf(task);
      const key = JSON.stringify([lesson.lessonId, taskKey]);
      if (task.kind === 'example' || found.has(key)) continue;
      const { lessonId, title: lessonTitle } = lesson;
      found.set(key, { lessonId, lessonTitle, stepTitle, taskKey, task });
    }
  }
  return [...found.values()];
}

/** A student's version of a task; null where the report has none. */
export function findTask(
  report: Report,
  { lessonId, taskKey }: Pick<ReviewTask, 'lessonId' | 'taskKey'>,
): ReportTask | null {
  const lesson = report.lessons.find((one) => one.lessonId === lessonId);
  if (lesson === undefined) return null;
  return tasksOf(lesson).find(({ task }) => taskKeyOf(task) === taskKey)?.task ?? null;
}

/** How a student stands with a task: what a cell of the table shows. */
export type TaskState = 'passed' | 'right' | 'answered' | 'tried' | 'wrong' | 'none';

/** See `TaskState`. An answer in words is never right or wrong: that is the teacher's to say. */
export function taskStateOf(task: ReportTask | null): TaskState {
  if (task === null) return 'none';
  if (task.kind === 'exercise') {
    if (task.passedAt !== null) return 'passed';
    return task.nTries > 0 || task.run !== null ? 'tried' : 'none';
  }
  if (task.kind === 'prediction' && task.choice !== null) {
    return task.choices[task.choice]?.isRight === true ? 'right' : 'wrong';
  }
  return answerOf(task).trim() === '' ? 'none' : 'answered';
}

function tasksOf({
  steps,
}: ReportLesson): readonly { readonly task: ReportTask; readonly stepTitle: string }[] {
  return steps.flatMap(({ tasks, title }) => tasks.map((task) => ({ task, stepTitle: title })));
}
