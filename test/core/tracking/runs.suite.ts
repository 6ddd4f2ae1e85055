import { expect, it } from 'vitest';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeRuns(createDatabase: CreateDatabase): void {
  it('creates a run with a 32-digit hex id, in status RUNNING, owned by the user', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { info, data } = await tracking.client.createRun({ experimentId: '0', runName: 'first' });
    expect(info).toEqual({
      runId: expect.stringMatching(/^[0-9a-f]{32}$/),
      runName: 'first',
      experimentId: '0',
      userId: 'ada',
      status: 'RUNNING',
      startTime: 1000,
      endTime: null,
      lifecycleStage: 'active',
      artifactUri: `mlflow-artifacts:/0/${info.runId}/artifacts`,
    });
    expect(data).toEqual({ params: {}, metrics: {}, tags: { 'mlflow.runName': 'first' } });
  });

  it('draws a name of at most 20 characters where none is given, else takes argument or tag', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const drawn = await tracking.client.createRun({ experimentId: '0' });
    expect(drawn.info.runName).toMatch(/^[a-z]+-[a-z]+-\d{1,4}$/);
    expect(drawn.info.runName.length).toBeLessThanOrEqual(20);
    const tagged = await tracking.client.createRun({ experimentId: '0', tags: { 'mlflow.runName': 'tag' } });
    expect(tagged.info.runName).toBe('tag');
    await expect(
      tracking.client.createRun({ experimentId: '0', runName: 'a', tags: { 'mlflow.runName': 'b' } }),
    ).rejects.toMatchObject({ errorCode: 'INVALID_PARAMETER_VALUE' });
  });

  it('renames a run by its tag and its tag by the name', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { info } = await tracking.client.createRun({ experimentId: '0', runName: 'old' });
    await tracking.client.setTag(info.runId, 'mlflow.runName', 'new');
    expect((await tracking.client.getRun(info.runId)).info.runName).toBe('new');
    const renamed = await tracking.client.updateRun(info.runId, { runName: 'newer' });
    expect(renamed.data.tags['mlflow.runName']).toBe('newer');
  });

  it('ends a run at the time of the clock', async () => {
    const { tracking, clock } = await createTrackingWorld(createDatabase);
    const { info } = await tracking.client.createRun({ experimentId: '0' });
    clock.ms = 9000;
    const ended = await tracking.client.setTerminated(info.runId, 'KILLED');
    expect(ended.info).toMatchObject({ status: 'KILLED', startTime: 1000, endTime: 9000 });
  });

  it('lets a deleted run be read but not written, until it is restored', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    const { runId } = (await tracking.client.createRun({ experimentId: '0' })).info;
    await tracking.client.logText(runId, 'kept', 'note.txt');
    await tracking.client.deleteRun(runId);
    const refused = {
      errorCode: 'INVALID_PARAMETER_VALUE',
      message: expect.stringContaining("'active' state"),
    };
    for (const write of [
      () => tracking.client.logParam(runId, 'a', 1),
      () => tracking.client.logMetric(runId, { key: 'a', value: 1 }),
      () => tracking.client.setTag(runId, 'a', 1),
      () => tracking.client.logText(runId, 'lost', 'note.txt'),
      () => tracking.client.setTerminated(runId),
    ]) {
      await expect(write()).rejects.toMatchObject(refused);
    }
    expect(await tracking.client.getArtifact(runId, 'note.txt')).toEqual({ kind: 'text', text: 'kept' });
    await tracking.client.restoreRun(runId);
    await tracking.client.logParam(runId, 'a', 1);
    expect((await tracking.client.getRun(runId)).data.params).toEqual({ a: '1' });
  });

  it('passes over ids that stored runs have, so that a reopened store can use the same seed', async () => {
    const { tracking, database } = await createTrackingWorld(createDatabase);
    const first = await tracking.client.createRun({ experimentId: '0' });
    const reopened = await createTrackingWorld(async () => database);
    const second = await reopened.tracking.client.createRun({ experimentId: '0' });
    expect(second.info.runId).not.toBe(first.info.runId);
    expect(await tracking.client.getRun(first.info.runId)).toEqual(first);
  });
}
