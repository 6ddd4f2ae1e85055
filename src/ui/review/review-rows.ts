import type { ReplayRecord } from '../../lab/review/review-collections.ts';
import type { HandIn, ReviewContents } from '../../lab/review/review-store.ts';
import { findTask, type ReviewTask, type TaskState, taskStateOf } from '../../lab/review/review-tasks.ts';
import { exercisesOf } from '../../notebook/report/report-standing.ts';

/** A hand-in as a row of the table, for one lesson. */
export interface ReviewRow {
  readonly handIn: HandIn;
  /** The student's name, or the file's where it cannot be read. */
  readonly name: string;
  /** Null where the report has not this lesson, or cannot be read. */
  readonly figures: {
    readonly nSolved: number;
    readonly nExercises: number;
    readonly minutes: number;
    readonly nTries: number;
    readonly nHints: number;
    readonly nSolutions: number;
  } | null;
  readonly states: readonly TaskState[];
  /** Points of this lesson; null where none were given. */
  readonly points: number | null;
  readonly replay: ReplayRecord | null;
}

/** What the table may be sorted by. */
export type SortKey = 'name' | 'nSolved' | 'minutes' | 'nTries' | 'nHints' | 'nSolutions' | 'points';

/** Which rows are shown. */
export type RowFilter = 'all' | 'unsolved' | 'unmarked' | 'different' | 'problem';

/** The rows of a lesson, in the order of the files. */
export function rowsOf(
  { handIns, marks, replays }: ReviewContents,
  lessonId: string,
  tasks: readonly ReviewTask[],
): readonly ReviewRow[] {
  return handIns.map((handIn): ReviewRow => {
    const { digest, report, fileName } = handIn;
    const lesson = report?.lessons.find((one) => one.lessonId === lessonId);
    const exercises = lesson === undefined ? [] : exercisesOf(lesson);
    const given = marks.filter((mark) => mark.digest === digest && mark.lessonId === lessonId);
    const points = given.flatMap((mark) => mark.points ?? []);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    return {
      ...{ handIn, name: report?.student ?? fileName },
      figures:
        lesson === undefined
          ? null
          : {
              nSolved: exercises.filter(({ passedAt }) => passedAt !== null).length,
              nExercises: exercises.length,
              minutes: Math.round(lesson.timeMs / 60_000),
              nTries: sum(exercises.map(({ nTries }) => nTries)),
              nHints: sum(exercises.map(({ nHints }) => nHints)),
              nSolutions: exercises.filter(({ solutionSeenAt }) => solutionSeenAt !== null).length,
            },
      states: tasks.map((task) => taskStateOf(report === null ? null : findTask(report, task))),
      points: points.length === 0 ? null : sum(points),
      replay: replays.find((one) => one.digest === digest) ?? null,
    };
  });
}

/** The rows that are to be shown, in order; what has no value comes last. */
export function arrangeRows(
  rows: readonly ReviewRow[],
  {
    search,
    filter,
    sort,
    isDescending,
  }: {
    readonly search: string;
    readonly filter: RowFilter;
    readonly sort: SortKey;
    readonly isDescending: boolean;
  },
): readonly ReviewRow[] {
  const wanted = search.trim().toLocaleLowerCase();
  return rows
    .filter(({ name, handIn }) => `${name} ${handIn.fileName}`.toLocaleLowerCase().includes(wanted))
    .filter((row) => isShown(row, filter))
    .toSorted((a, b) => compare(sortValueOf(a, sort), sortValueOf(b, sort), isDescending));
}

/** Whether the replay found a run or a check that is not as reported. */
export function differs({ replay }: Pick<ReviewRow, 'replay'>): boolean {
  return (replay?.lessons ?? []).some(
    ({ problem, steps }) =>
      problem !== null ||
      steps.some(
        (step) =>
          step.problem !== null ||
          step.runs.some(({ outcome }) => outcome !== 'equal') ||
          step.checks.some(({ isPassedInReport, passes }) => isPassedInReport && !passes),
      ),
  );
}

function isShown(row: ReviewRow, filter: RowFilter): boolean {
  const { figures, handIn, points } = row;
  if (filter === 'unsolved') return figures !== null && figures.nSolved < figures.nExercises;
  if (filter === 'unmarked') return handIn.report !== null && points === null;
  if (filter === 'different') return differs(row);
  return filter === 'all' || handIn.problem !== null;
}

function sortValueOf({ name, figures, points }: ReviewRow, sort: SortKey): string | number | null {
  if (sort === 'name') return name;
  return sort === 'points' ? points : (figures?.[sort] ?? null);
}

function compare(a: string | number | null, b: string | number | null, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'string' ? a.localeCompare(String(b), undefined, { numeric: true }) : a - Number(b);
  return isDescending ? -order : order;
}
