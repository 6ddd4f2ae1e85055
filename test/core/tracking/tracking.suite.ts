import { expect, it } from 'vitest';
import { DiskFull } from '../../storage/failing-database.ts';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeTracking(createDatabase: CreateDatabase): void {
  it('logs to the active run and starts one where there is none', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    expect(await tracking.activeRun()).toBeNull();
    await tracking.logParam('depth', 5);
    await tracking.logMetric('auc', 0.8, { step: 3 });
    await tracking.logFigure({ mark: 'line' }, 'roc.json');
    const run = await tracking.activeRun();
    expect(run?.data).toMatchObject({ params: { depth: '5' }, metrics: { auc: 0.8 } });
    await tracking.endRun();
    expect((await tracking.client.getRun(run!.info.runId)).info.status).toBe('FINISHED');
    await tracking.endRun();
  });

  it('starts one run for several calls that are not awaited one by one', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    await Promise.all([tracking.logParam('a', 1), tracking.logMetric('b', 2), tracking.setTag('c', 3)]);
    expect(await tracking.searchRuns()).toHaveLength(1);
    expect((await tracking.activeRun())?.data).toMatchObject({ params: { a: '1' }, metrics: { b: 2 } });
  });

  it('lets the next of several calls start the run where the first one could not', async () => {
    const database = await createDatabase();
    let isFull = true;
    const write: typeof database.write = async (...args) => {
      if (!isFull) return database.write(...args);
      isFull = false;
      throw new DiskFull('the disk is full');
    };
    const { tracking } = await createTrackingWorld(async () => ({ ...database, write }));
    const calls = [tracking.logParam('a', 1), tracking.logMetric('b', 2), tracking.logText('c', 'c.txt')];
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const [run, ...others] = await tracking.searchRuns();
    expect(others).toEqual([]);
    expect(run).toEqual(await tracking.activeRun());
    expect(run?.data).toMatchObject({ params: {}, metrics: { b: 2 } });
    expect(await tracking.client.listArtifacts(run!.info.runId)).toMatchObject([{ path: 'c.txt' }]);
  });

  it("sets MLflow's automatic tags", async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const run = await tracking.startRun({ runName: 'first', tags: { team: 'a' } });
    expect(run.data.tags).toEqual({
      'mlflow.user': 'ada',
      'mlflow.source.name': 'streamflow-lab',
      'mlflow.source.type': 'LOCAL',
      'mlflow.runName': 'first',
      team: 'a',
    });
  });

  it('refuses a second active run with a plain Exception unless it is nested', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const parent = await tracking.startRun();
    await expect(tracking.startRun()).rejects.toMatchObject({
      name: 'Exception',
      hint: expect.stringContaining('nested: true'),
    });
    const child = await tracking.startRun({ nested: true });
    expect(child.data.tags['mlflow.parentRunId']).toBe(parent.info.runId);
    await tracking.endRun();
    expect((await tracking.activeRun())?.info.runId).toBe(parent.info.runId);
  });

  it('leaves the active run as it is where its status is misspelt', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const run = await tracking.startRun();
    await expect(tracking.endRun('finished' as 'FINISHED')).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      hint: expect.stringContaining('FINISHED'),
    });
    expect(await tracking.activeRun()).toEqual(run);
  });

  it('searches by names or by ids, and the active experiment where neither names one', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { experimentId } = await tracking.setExperiment('churn');
    const { info } = await tracking.startRun();
    const idsFound = async (options: Parameters<typeof tracking.searchRuns>[0]) =>
      (await tracking.searchRuns(options)).map((run) => run.info.runId);
    expect(await idsFound({ experimentNames: [], experimentIds: [] })).toEqual([info.runId]);
    expect(await idsFound({ experimentNames: ['churn'], experimentIds: [] })).toEqual([info.runId]);
    await expect(
      tracking.searchRuns({ experimentNames: ['churn'], experimentIds: [experimentId] }),
    ).rejects.toMatchObject({ errorCode: 'INVALID_PARAMETER_VALUE' });
  });

  it('finishes a run when its body returns and fails it when the body throws, which goes on', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    expect(await tracking.withRun({ runName: 'good' }, () => 42)).toBe(42);
    await expect(
      tracking.withRun({ runName: 'bad' }, async () => {
        await tracking.startRun({ nested: true, runName: 'left open' });
        throw new RangeError('stop');
      }),
    ).rejects.toThrow(RangeError);
    const runs = await tracking.searchRuns({ orderBy: ['run_name'] });
    expect(runs.map(({ info }) => [info.runName, info.status])).toEqual([
      ['bad', 'FAILED'],
      ['good', 'FINISHED'],
      ['left open', 'FAILED'],
    ]);
    expect(await tracking.activeRun()).toBeNull();
  });

  it('takes a run up again by its id, but not a deleted one', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { info } = await tracking.startRun();
    await tracking.endRun();
    const resumed = await tracking.startRun({ runId: info.runId, tags: { again: 'yes' } });
    expect(resumed).toMatchObject({ info: { status: 'RUNNING' }, data: { tags: { again: 'yes' } } });
    await tracking.endRun();
    await tracking.client.deleteRun(info.runId);
    await expect(tracking.startRun({ runId: info.runId })).rejects.toMatchObject({
      errorCode: 'INTERNAL_ERROR',
    });
  });

  it('creates or finds an experiment by name and refuses a deleted one', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const created = await tracking.setExperiment('churn');
    expect(await tracking.setExperiment('churn')).toEqual(created);
    expect(await tracking.setExperiment(null, { experimentId: '0' })).toMatchObject({ name: 'Default' });
    await tracking.client.deleteExperiment(created.experimentId);
    const refused = { errorCode: 'INVALID_PARAMETER_VALUE' };
    await expect(tracking.setExperiment('churn')).rejects.toMatchObject(refused);
    await expect(tracking.setExperiment()).rejects.toMatchObject(refused);
    await expect(tracking.setExperiment('a', { experimentId: '0' })).rejects.toMatchObject(refused);
    expect((await tracking.startRun()).info.experimentId).toBe('0');
  });
}
