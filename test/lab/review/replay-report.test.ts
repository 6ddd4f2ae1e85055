import { describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { buildReport } from '../../../src/lab/course/build-report.ts';
import { freeLabDataset } from '../../../src/lab/course/link-dataset.ts';
import { type ReplayOptions, replayReport } from '../../../src/lab/review/replay-report.ts';
import { createReplayLabs } from '../../../src/lab/review/replay-workspace.ts';
import { readDatasetDigest } from '../../../src/lab/workspace/dataset-digest.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { encodeLink } from '../../../src/notebook/link/encode-link.ts';
import type { Report } from '../../../src/notebook/report/report.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { SMALL_LESSON } from '../../notebook/lesson/small-lesson.ts';
import { headlessLabs, memoryCourse, openHeadlessLesson } from '../course/headless-lesson.ts';

const readable = { lesson: parseLesson('small.md', SMALL_LESSON).lesson!, paint: {} };

const LOGGING = [
  "await mlflow.startRun({ runName: 'mine' });",
  "await mlflow.logParam('depth', 3);",
  "await mlflow.logMetric('auc', 0.1 + 0.2);",
  'await mlflow.endRun();',
].join('\n');

/** A student's report, after they logged a run and solved the exercise. */
async function handIn(): Promise<Report> {
  const course = memoryCourse();
  const open = await openHeadlessLesson(SMALL_LESSON, course);
  open.progress.visit('adding');
  open.session.edit('four', `const sum = 4;\n${LOGGING}`);
  open.session.edit('add', 'const add = (a, b) => a + b;');
  await open.run('four');
  await open.check('add');
  await open.close();
  return buildReport({
    ...{ course, lessonIds: ['small'], loadLesson: async () => readable, student: 'Ada', language: 'en' },
    ...{ appVersion: '0.1.0', now: 5 },
  });
}

function options(changes: Partial<ReplayOptions> = {}): ReplayOptions {
  const labs = headlessLabs();
  return {
    loadLesson: async () => readable,
    createWorkspace: () => labs.workspace,
    openHost: labs.openHost,
    loadPreparation: async () => null,
    signal: new AbortController().signal,
    cellLimitMs: 60_000,
    onStep: () => undefined,
    ...changes,
  };
}

/** The report with another number in a run's metrics. */
function forged(report: Report): Report {
  return JSON.parse(JSON.stringify(report).replace('0.30000000000000004', '0.9')) as Report;
}

describe('replaying a report', () => {
  it('finds runs and checks equal where the code makes them again', async () => {
    const [lesson] = await replayReport(await handIn(), options());
    expect(lesson).toMatchObject({
      ...{ lessonId: 'small', problem: null },
      steps: [
        {
          ...{ stepId: 'adding', problem: null },
          runs: [{ runName: 'mine', outcome: 'equal', differences: [] }],
          checks: [{ taskId: 'add', isPassedInReport: true, passes: true }],
        },
      ],
    });
  });

  it('names the metric that a report has and its code does not make', async () => {
    const [lesson] = await replayReport(forged(await handIn()), options());
    expect(lesson!.steps[0]!.runs).toMatchObject([{ outcome: 'different', differences: ['metrics.auc'] }]);
  });

  it('says which runs the code makes no more, and that a check does not pass', async () => {
    const report = JSON.parse(
      JSON.stringify(await handIn())
        .replaceAll('mlflow.startRun', 'Promise.resolve')
        .replaceAll(/await mlflow\.(log|end)\w+\([^)]*\);/g, '')
        .replaceAll('a + b', 'a - b'),
    ) as Report;
    const [lesson] = await replayReport(report, options());
    expect(lesson!.steps[0]).toMatchObject({
      runs: [{ outcome: 'missing' }],
      checks: [{ isPassedInReport: true, passes: false }],
    });
  });

  it('leaves a lesson of another version of the lab alone', async () => {
    const replay = await replayReport(await handIn(), options({ loadLesson: async () => null }));
    expect(replay).toEqual([{ lessonId: 'small', problem: 'unknown-lesson', steps: [] }]);
  });

  it('runs a hand-in of a link about the months of a free lab over those of this browser’s', async () => {
    const { openLab, openHost } = headlessLabs();
    const database = createMemoryDatabase<LabCollections>(labKeyPaths);
    const freeLab = await openLab(database);
    const rows = [{ user_id: 'a', as_of: '2024-01-31T00:00:00Z', hours: 3 }];
    await freeLab.api.data.importTable('hours', rows, { timestampField: 'as_of', joinKeys: ['user_id'] });
    const replay = async (digest: string) => {
      const { text } = encodeLink({
        lesson: { kind: 'shipped', slug: 'small' },
        dataset: freeLabDataset(digest),
      });
      const { lessons, ...report } = await handIn();
      const createWorkspace = createReplayLabs({ openLab, loadFreeLab: async () => database });
      const linked = { ...report, lessons: lessons.map((lesson) => ({ ...lesson, link: text })) };
      const [lesson] = await replayReport(linked, options({ createWorkspace, openHost }));
      return lesson!.steps[0]!;
    };
    expect(await replay((await readDatasetDigest(freeLab))!)).toMatchObject({
      ...{ problem: null, checks: [{ passes: true }] },
      runs: [{ outcome: 'equal' }],
    });
    expect(await replay('0123456789ab')).toMatchObject({
      problem: expect.stringContaining('your free lab does not hold the months'),
    });
  });

  it('ends when it is cancelled, and runs nothing more', async () => {
    const cancelling = new AbortController();
    const steps: string[] = [];
    const replay = replayReport(
      await handIn(),
      options({
        signal: cancelling.signal,
        onStep: (stepId) => {
          steps.push(stepId);
          cancelling.abort(new Error('cancelled'));
        },
      }),
    );
    await expect(replay).rejects.toThrow('cancelled');
    expect(steps).toEqual(['adding']);
  });
});
