import { answerOf } from '../../notebook/report/report-standing.ts';
import type { ReplayRecord } from './review-collections.ts';
import type { ReviewContents } from './review-store.ts';
import { findTask, listTasks, taskStateOf } from './review-tasks.ts';

const COLUMNS = [
  ...['student', 'file', 'lesson', 'step', 'task', 'state', 'tries', 'hints', 'solution_seen', 'answer'],
  ...['lesson_minutes', 'points', 'remark', 'replay', 'handed_in', 'app_version', 'problem'],
];

/**
 * The review as CSV, one row per student and task, and one for each file that could not be read. No cell is taken for a
 * formula by a spreadsheet, whatever a student wrote.
 */
export function reviewCsv({ handIns, marks, replays }: ReviewContents): string {
  const tasks = listTasks(handIns.flatMap(({ report }) => report ?? []));
  const rows = handIns.flatMap(({ digest, fileName, report, problem }): (string | number | null)[][] => {
    if (report === null) return [[null, fileName, ...Array(14).fill(null), problem?.message ?? null]];
    const replay = replayText(replays.find((one) => one.digest === digest));
    return tasks.flatMap((entry) => {
      const { lessonId, taskKey } = entry;
      const lesson = report.lessons.find((one) => one.lessonId === lessonId);
      if (lesson === undefined) return [];
      const task = findTask(report, entry);
      const exercise = task?.kind === 'exercise' ? task : null;
      const mark = marks.find(
        (one) => one.digest === digest && one.lessonId === lessonId && one.taskKey === taskKey,
      );
      return [
        [
          ...[report.student, fileName, lessonId, entry.stepTitle, taskKey, taskStateOf(task)],
          ...[exercise?.nTries ?? null, exercise?.nHints ?? null],
          exercise === null ? null : exercise.solutionSeenAt === null ? 'no' : 'yes',
          ...[task === null ? null : answerOf(task), Math.round(lesson.timeMs / 60_000)],
          ...[mark?.points ?? null, mark?.remark ?? null, replay],
          ...[new Date(report.writtenAt).toISOString(), report.appVersion, null],
        ],
      ];
    });
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function replayText(replay: ReplayRecord | undefined): string | null {
  if (replay === undefined) return null;
  const runs = replay.lessons.flatMap(({ steps }) => steps.flatMap((step) => step.runs));
  const nEqual = runs.filter(({ outcome }) => outcome === 'equal').length;
  return `${nEqual} of ${runs.length} runs equal`;
}

/** Signs that make a spreadsheet read a cell as a formula, full-width ones too; blanks before them do not help. */
const FORMULA = /^\s*[=+\-@|%\t\r\n＝＋－＠]/;

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
