import { beforeAll, describe, expect, it } from 'vitest';
import { type HeadlessLab, openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { colourOf } from '../../../src/lab/runs/run-colour.ts';
import { columnsOf, listRuns, type RunsQuery, searchRuns } from '../../../src/lab/runs/search-runs.ts';

const ALL: RunsQuery = { filter: '', text: '', view: 'active', order: '' };

describe('the runs of a lab', () => {
  let lab: HeadlessLab;

  beforeAll(async () => {
    lab = await openHeadlessLab();
    const { mlflow } = lab.api;
    for (const [name, experiment, auc] of [
      ['deep forest', 'streamflow', 0.8],
      ['shallow forest', 'streamflow', 0.7],
      ['by hand', 'mine', 0.9],
    ] as const) {
      await mlflow.setExperiment(experiment);
      await mlflow.withRun({ runName: name }, async () => {
        await mlflow.logParams({ estimator: name.includes('forest') ? 'Forest' : 'Other' });
        await mlflow.logMetric('auc', auc);
      });
    }
  });

  const namesOf = async (query: Partial<RunsQuery>): Promise<string[]> =>
    (await searchRuns(lab, { ...ALL, ...query })).map(({ info }) => info.runName);

  it('are those of every experiment, each with its name', async () => {
    const runs = await listRuns(lab);
    expect(runs.map(({ experiment }) => experiment).sort()).toEqual(['mine', 'streamflow', 'streamflow']);
    expect(columnsOf(runs)).toEqual({ params: ['estimator'], metrics: ['auc'] });
  });

  it('are ordered as MLflow orders them', async () => {
    expect(await namesOf({ order: 'metrics.`auc` DESC' })).toEqual([
      'by hand',
      'deep forest',
      'shallow forest',
    ]);
  });

  it('are found by words, and by MLflow’s filter', async () => {
    expect(await namesOf({ text: 'FOREST deep' })).toEqual(['deep forest']);
    expect(await namesOf({ filter: 'metrics.auc > 0.75', order: 'metrics.auc' })).toEqual([
      'deep forest',
      'by hand',
    ]);
  });

  it('refuse a filter that cannot be read, with MLflow’s error', async () => {
    await expect(namesOf({ filter: 'metrics.auc >' })).rejects.toMatchObject({ name: 'MlflowException' });
  });

  it('that are deleted are listed apart until they are restored', async () => {
    const [run] = await searchRuns(lab, { ...ALL, text: 'hand' });
    await lab.engine.tracking.client.deleteRun(run!.info.runId);
    expect(await namesOf({ text: 'hand' })).toEqual([]);
    expect(await namesOf({ view: 'deleted' })).toEqual(['by hand']);
    await lab.engine.tracking.client.restoreRun(run!.info.runId);
    expect(await namesOf({ view: 'deleted' })).toEqual([]);
  });

  it('have a colour that does not change', async () => {
    const [run] = await listRuns(lab);
    expect(colourOf(run!)).toBe(colourOf(run!));
    expect(colourOf(run!)).toBeGreaterThanOrEqual(1);
    expect(colourOf({ ...run!, data: { ...run!.data, tags: { 'chart.colour': '7' } } })).toBe(2);
  });
});
