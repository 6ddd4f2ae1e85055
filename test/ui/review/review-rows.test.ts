import { describe, expect, it } from 'vitest';
import type { StepReplay } from '../../../src/lab/review/replay-report.ts';
import type { HandIn, ReviewContents } from '../../../src/lab/review/review-store.ts';
import { listTasks } from '../../../src/lab/review/review-tasks.ts';
import type { ReportExercise, ReportLesson } from '../../../src/notebook/report/report.ts';
import { arrangeRows, differs, type ReviewRow, rowsOf } from '../../../src/ui/review/review-rows.ts';

function exercise(changes: Partial<ReportExercise>): ReportExercise {
  return {
    ...{ kind: 'exercise', id: 'add', source: '', isChanged: true, run: null, outputs: [], passedAt: null },
    ...{ nTries: 0, nHints: 0, nHintsInAll: 2, solutionSeenAt: null, checkOutputs: [], ...changes },
  };
}

function handIn(student: string, changes: Partial<ReportExercise>, timeMs: number): HandIn {
  const step = { id: 'adding', title: 'Adding', doneAt: null, tasks: [exercise(changes)], lab: null };
  const lesson: ReportLesson = {
    ...{ lessonId: 'small', title: 'Small', language: 'en', number: 1, startedAt: 1, changedAt: 1, timeMs },
    ...{ link: null, markdown: null, steps: [step] },
  };
  return {
    ...{ digest: student, fileName: `${student}.sflab`, addedAt: 1, problem: null },
    report: {
      ...{ kind: 'report', version: 1, isSelfReported: true, student, language: 'en', writtenAt: 1 },
      ...{ appVersion: '0.1.0', lessons: [lesson] },
    },
  };
}

const CONTENTS: ReviewContents = {
  handIns: [
    handIn('Élodie', { passedAt: 5, nTries: 3 }, 600_000),
    handIn('ada', { nTries: 1 }, 120_000),
    {
      ...{ digest: 'x', fileName: 'cut.sflab', addedAt: 1, report: null },
      problem: { severity: 'error', code: 'damaged', message: 'cut', hint: 'again' },
    },
  ],
  marks: [
    {
      ...{ kind: 'mark', version: 1, digest: 'ada', lessonId: 'small', taskKey: 'exercise:add' },
      ...{ points: 0, remark: '', changedAt: 1 },
    },
  ],
  replays: [],
};
const ROWS = rowsOf(CONTENTS, 'small', listTasks(CONTENTS.handIns.flatMap(({ report }) => report ?? [])));
const VIEW = { search: '', filter: 'all', sort: 'name', isDescending: false } as const;

const names = (rows: readonly ReviewRow[]): string[] => rows.map(({ name }) => name);

describe('the rows of the review', () => {
  it('show how each student stands, and files that cannot be read by their names', () => {
    expect(ROWS.map(({ name, states, points }) => [name, ...states, points])).toEqual([
      ['Élodie', 'passed', null],
      ['ada', 'tried', 0],
      ['cut.sflab', 'none', null],
    ]);
    expect(ROWS[0]!.figures).toMatchObject({ nSolved: 1, nExercises: 1, minutes: 10, nTries: 3 });
  });

  it('are sorted by any figure, those without one last in both directions', () => {
    expect(names(arrangeRows(ROWS, VIEW))).toEqual(['ada', 'cut.sflab', 'Élodie']);
    expect(names(arrangeRows(ROWS, { ...VIEW, sort: 'minutes' }))).toEqual(['ada', 'Élodie', 'cut.sflab']);
    expect(names(arrangeRows(ROWS, { ...VIEW, sort: 'minutes', isDescending: true }))).toEqual([
      ...['Élodie', 'ada', 'cut.sflab'],
    ]);
  });

  it('are filtered by name, by what is unsolved or unmarked, and by what cannot be read', () => {
    expect(names(arrangeRows(ROWS, { ...VIEW, search: ' ÉLO ' }))).toEqual(['Élodie']);
    expect(names(arrangeRows(ROWS, { ...VIEW, filter: 'unsolved' }))).toEqual(['ada']);
    expect(names(arrangeRows(ROWS, { ...VIEW, filter: 'unmarked' }))).toEqual(['Élodie']);
    expect(names(arrangeRows(ROWS, { ...VIEW, filter: 'problem' }))).toEqual(['cut.sflab']);
  });

  it('differ where a run, a check or a lesson is not as reported, and not where a check passes later', () => {
    const step = { stepId: 'adding', problem: null, runs: [], checks: [] };
    const replayed = (changes: Partial<StepReplay>): Pick<ReviewRow, 'replay'> => ({
      replay: {
        ...{ kind: 'replay', version: 1, digest: 'ada', appVersion: '0.1.0', replayedAt: 1 },
        lessons: [{ lessonId: 'small', problem: null, steps: [{ ...step, ...changes }] }],
      },
    });
    const check = { taskId: 'add', isPassedInReport: true, passes: false };
    const run = { runId: 'a', runName: 'a', outcome: 'missing', differences: [] } as const;
    expect(differs(replayed({}))).toBe(false);
    expect(differs(replayed({ runs: [run] }))).toBe(true);
    expect(differs(replayed({ checks: [check] }))).toBe(true);
    expect(differs(replayed({ checks: [{ ...check, isPassedInReport: false, passes: true }] }))).toBe(false);
  });
});
