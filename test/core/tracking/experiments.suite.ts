import { expect, it } from 'vitest';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeExperiments(createDatabase: CreateDatabase): void {
  it('starts with the Default experiment, which has id 0 and cannot be deleted', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    expect(await tracking.client.getExperiment('0')).toMatchObject({
      name: 'Default',
      lifecycleStage: 'active',
    });
    await expect(tracking.client.deleteExperiment('0')).rejects.toMatchObject({
      errorCode: 'INTERNAL_ERROR',
    });
  });

  it('counts experiment ids up and never gives a deleted name away', async () => {
    const { tracking } = await createTrackingWorld(createDatabase);
    expect(await tracking.client.createExperiment('churn', { tags: { team: 7043 } })).toBe('1');
    expect(await tracking.client.createExperiment('other')).toBe('2');
    await tracking.client.deleteExperiment('1');
    await expect(tracking.client.createExperiment('churn')).rejects.toMatchObject({
      errorCode: 'RESOURCE_ALREADY_EXISTS',
      hint: expect.stringContaining('restored'),
    });
    expect(await tracking.client.getExperimentByName('churn')).toMatchObject({
      experimentId: '1',
      lifecycleStage: 'deleted',
      tags: { team: '7043' },
    });
    expect(await tracking.client.getExperimentByName('nobody')).toBeNull();
  });

  it('lists active experiments, the last changed first', async () => {
    const { tracking, clock } = await createTrackingWorld(createDatabase);
    for (const name of ['a', 'b', 'c']) {
      clock.ms += 10;
      await tracking.client.createExperiment(name);
    }
    await tracking.client.deleteExperiment('2');
    const found = await tracking.client.searchExperiments();
    expect(found.map(({ name }) => name)).toEqual(['c', 'a', 'Default']);
  });

  it('takes the runs of an experiment along when it is deleted and restored', async () => {
    const { tracking, clock } = await createTrackingWorld(createDatabase);
    await tracking.setExperiment('churn');
    const { info } = await tracking.startRun();
    await tracking.endRun();
    clock.ms = 5000;
    await tracking.client.deleteExperiment('1');
    expect((await tracking.client.getRun(info.runId)).info.lifecycleStage).toBe('deleted');
    await expect(tracking.client.setTag(info.runId, 'a', 'b')).rejects.toThrow(/active/);
    await expect(tracking.client.createRun({ experimentId: '1' })).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
    });
    await tracking.client.restoreExperiment('1');
    expect((await tracking.client.getRun(info.runId)).info.lifecycleStage).toBe('active');
    expect(await tracking.client.getExperiment('1')).toMatchObject({
      creationTime: 1000,
      lastUpdateTime: 5000,
    });
  });
}
