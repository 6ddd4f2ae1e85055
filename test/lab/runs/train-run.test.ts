import { beforeAll, describe, expect, it } from 'vitest';
import type { HeadlessLab } from '../../../src/headless/open-lab.ts';
import { codeOfRun } from '../../../src/lab/runs/code-of-run.ts';
import { previewArtifact, readArtifact, readRun } from '../../../src/lab/runs/read-run.ts';
import { reproduceRun } from '../../../src/lab/runs/reproduce-run.ts';
import { listRuns } from '../../../src/lab/runs/search-runs.ts';
import { trainRun } from '../../../src/lab/runs/train-run.ts';
import { readTrainingSet } from '../../../src/lab/runs/training-set.ts';
import { openKernel } from '../../notebook/kernel/open-kernel.ts';
import { DUMMY, LOGISTIC, openCourseLab, SMALL_FOREST, SMALL_NETWORK } from './course-lab.ts';

describe('a whole run', () => {
  let lab: HeadlessLab;

  beforeAll(async () => {
    lab = await openCourseLab();
  });

  it.each([SMALL_FOREST, LOGISTIC, SMALL_NETWORK, DUMMY])(
    'of $estimator.name is done by its code in a cell too, to the last digit',
    async (specification) => {
      const { runId, metrics, receipt } = await trainRun(lab, specification);
      const { plan } = await readTrainingSet(lab.api, specification);
      const printed: unknown[] = [];
      const console = { log: (...values: unknown[]) => void printed.push(...values) };
      const run = await openKernel({ ...lab.api, console }).cell(codeOfRun(specification, plan));
      expect(run).toMatchObject({ end: 'ok', texts: [] });
      expect(printed).toEqual([metrics, receipt.modelDigest]);
      const [byCode, byPage] = (await listRuns(lab)).filter(
        ({ info }) => info.runName === specification.runName,
      );
      expect(byCode?.data.params).toEqual(byPage?.data.params);
      expect(byCode?.data.metrics).toEqual(byPage?.data.metrics);
      expect([byCode, byPage].map((run) => run?.info.runId)).toContain(runId);
    },
  );

  it('logs what its page shows: params, metrics, lineage, curves, importances, schema, model and receipt', async () => {
    const { runId, metrics } = await trainRun(lab, SMALL_FOREST);
    const details = await readRun(lab, runId);
    expect(details.run.info).toMatchObject({ status: 'FINISHED', runName: 'ten trees' });
    expect(details.run.data.params).toMatchObject({
      estimator: 'RandomForestClassifier',
      nEstimators: '10',
      randomState: '42',
      asOf: '2024-01-31',
      testSize: '0.25',
    });
    expect(details.run.data.metrics).toEqual(metrics);
    expect(details.lineage.map(({ table }) => table)).toEqual([
      'labels',
      'payments_agg_90d',
      'subscriptions',
      'support_agg_90d',
      'usage_agg_30d',
      'users',
    ]);
    for (const { digest } of details.lineage) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(details.test?.scores.length).toBe(details.test?.labels.length);
    expect(details.curves?.roc.fpr.at(-1)).toBe(1);
    const names = details.importances?.columns.map(({ name }) => name);
    expect(names).toContain('plan_stream_tv_nan');
    expect(details.importances?.columns.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(details.specification).toEqual(SMALL_FOREST);
    expect(details.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['feature_schema.json', 'model/MLmodel', 'receipt.json']),
    );
  });

  it('has a model to look at in brief, and to take along whole', async () => {
    const { runId } = await trainRun(lab, SMALL_FOREST);
    const brief = await previewArtifact(lab, runId, 'model/model');
    expect(brief).toMatch(/"threshold": "Float64Array\(\d+\) \[.*, …\]"/);
    expect(brief!.length).toBeLessThan(20_000);
    const whole = JSON.parse((await readArtifact(lab, runId, 'model/model'))!);
    expect(whole.steps.at(-1).step.trees.threshold.length).toBeGreaterThan(1000);
  });

  it('logs the loss of a network with its epochs as steps', async () => {
    const losses: number[] = [];
    const { runId } = await trainRun(lab, SMALL_NETWORK, {
      onProgress: ({ progress }) => {
        if (progress?.loss !== undefined) losses.push(progress.loss);
      },
    });
    const { histories } = await readRun(lab, runId);
    expect(histories.loss?.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(histories.loss?.map(({ value }) => value)).toEqual(losses);
  });

  it('that is cancelled while trees grow leaves no run', async () => {
    const before = await listRuns(lab);
    const controller = new AbortController();
    const cancelled = trainRun(lab, SMALL_FOREST, {
      signal: controller.signal,
      onProgress: ({ progress }) => {
        if (progress?.done === 3) controller.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await listRuns(lab)).toEqual(before);
  });

  it('is refused with the field at fault before anything is read', async () => {
    const before = await listRuns(lab);
    const trained = trainRun(lab, { ...SMALL_FOREST, testSize: 2 });
    await expect(trained).rejects.toMatchObject({
      name: 'ValueError',
      message: 'testSize is too-large (the bound is 0.9)',
    });
    expect(await listRuns(lab)).toEqual(before);
  });

  it('does not move the experiment that cells have set', async () => {
    await lab.api.mlflow.setExperiment('mine');
    await trainRun(lab, DUMMY);
    await lab.api.mlflow.withRun({ runName: 'by a cell' }, () => undefined);
    const runs = await listRuns(lab);
    expect(runs.find(({ info }) => info.runName === 'by a cell')?.experiment).toBe('mine');
  });

  it('runs again with an equal receipt, and with another split says what differs', async () => {
    const { runId } = await trainRun(lab, SMALL_FOREST);
    const again = await reproduceRun(lab, runId);
    expect(again.differences).toEqual([]);
    expect(again.runId).not.toBe(runId);
    await lab.engine.tracking.client.logDict(runId, { ...SMALL_FOREST, splitSeed: 7 }, 'specification.json');
    const { differences } = await reproduceRun(lab, runId);
    expect(differences.map(({ field }) => field)).toEqual([
      'dataDigests.X',
      'dataDigests.y',
      'modelDigest',
      'predictionsDigest',
    ]);
  });
});
