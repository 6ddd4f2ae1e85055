import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/lab/course/build-report.ts';
import type { CourseStore } from '../../../src/lab/course/course-store.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { readReport } from '../../../src/notebook/report/read-report.ts';
import type { Report, ReportTask } from '../../../src/notebook/report/report.ts';
import { writeReport } from '../../../src/notebook/report/write-report.ts';
import { SMALL_LESSON } from '../../notebook/lesson/small-lesson.ts';
import { memoryCourse, openHeadlessLesson } from './headless-lesson.ts';

const { lesson } = parseLesson('small.md', SMALL_LESSON);

function build(course: CourseStore): Promise<Report> {
  return buildReport({
    course,
    lessonIds: ['never-opened', 'small'],
    loadLesson: async () => ({ lesson: lesson!, paint: {} }),
    ...{ student: ' Ada Lovelace ', language: 'en', appVersion: '0.1.0', now: 5 },
  });
}

function taskIn(report: Report, kind: ReportTask['kind'], id: string): ReportTask | undefined {
  return report.lessons
    .flatMap(({ steps }) => steps)
    .flatMap(({ tasks }) => tasks)
    .find((task) => task.kind === kind && task.id === id);
}

describe('building a report', () => {
  it('leaves out lessons that were never opened', async () => {
    expect((await build(memoryCourse())).lessons).toEqual([]);
  });

  it('takes texts, outputs, tries and hints from what is stored, and reads back from its file', async () => {
    const course = memoryCourse();
    const open = await openHeadlessLesson(SMALL_LESSON, course);
    await open.run('four');
    open.progress.showHint('add', 1);
    open.session.edit('add', 'const add = (a, b) => a - b;');
    await open.check('add');
    open.session.edit('add', 'const add = (a, b) => a + b;');
    await open.check('add');
    open.session.edit('add', '// afterwards');
    await open.close();
    const report = await build(course);
    expect(report.student).toBe('Ada Lovelace');
    expect(taskIn(report, 'exercise', 'add')).toMatchObject({
      ...{ nTries: 2, nHints: 1, isChanged: true, source: '// afterwards', solutionSeenAt: null },
      run: { end: 'ok', source: 'const add = (a, b) => a + b;' },
    });
    expect(taskIn(report, 'example', 'four')).toMatchObject({
      ...{ isChanged: false, outputs: [{ kind: 'text', level: 'value', text: '4' }] },
    });
    expect(report.lessons[0]!.steps[0]!.doneAt).not.toBeNull();
    expect(readReport(writeReport(report))).toEqual({ report, problem: null });
  });

  it('keeps the runs of a step with what they logged, exactly', async () => {
    const course = memoryCourse();
    const open = await openHeadlessLesson(SMALL_LESSON, course);
    const source = [
      "mlflow.setExperiment('mine');",
      'await mlflow.startRun();',
      "await mlflow.logParam('depth', 3);",
      "await mlflow.logMetric('auc', 0.1 + 0.2);",
      'await mlflow.endRun();',
    ].join('\n');
    open.progress.visit('adding');
    open.session.edit('four', source);
    await open.run('four');
    await open.close();
    const [step] = (await build(course)).lessons[0]!.steps;
    expect(step!.lab!.runs).toMatchObject([
      {
        status: 'FINISHED',
        params: [['depth', '3']],
        metrics: [['auc', '0.30000000000000004']],
        receipt: null,
      },
    ]);
  });
});
