import { expect, it } from 'vitest';
import { type CreateDatabase, createChurnModel } from './world.ts';

export function describeModelVersions(createDatabase: CreateDatabase): void {
  it('counts versions from 1, in stage None, and never reuses the number of a deleted one', async () => {
    const { registry, clock } = await createChurnModel(createDatabase, 2);
    await registry.deleteModelVersion('churn', 2);
    clock.ms = 2000;
    const version = await registry.createModelVersion('churn', 's3://bucket/3', {
      runId: 'run-1',
      tags: { auc: 0.8 },
      description: 'third',
    });
    expect(version).toEqual({
      name: 'churn',
      version: 3,
      creationTimestamp: 2000,
      lastUpdatedTimestamp: 2000,
      description: 'third',
      userId: 'ada',
      currentStage: 'None',
      source: 's3://bucket/3',
      runId: 'run-1',
      status: 'READY',
      tags: { auc: '0.8' },
      aliases: [],
    });
    expect((await registry.getRegisteredModel('churn')).lastUpdatedTimestamp).toBe(2000);
  });

  it('takes the text of a number for a version, and nothing else', async () => {
    const { registry } = await createChurnModel(createDatabase, 1);
    expect((await registry.getModelVersion('churn', '1')).version).toBe(1);
    for (const version of ['Production', '1.5', '', 1.5]) {
      await expect(registry.getModelVersion('churn', version)).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
      });
    }
    await expect(registry.getModelVersion('churn', 9)).rejects.toMatchObject({
      errorCode: 'RESOURCE_DOES_NOT_EXIST',
      hint: expect.stringContaining('it has 1'),
    });
  });

  it('gives per stage the highest number, not the one promoted last', async () => {
    const { registry } = await createChurnModel(createDatabase, 3);
    await registry.transitionModelVersionStage({ name: 'churn', version: 3, stage: 'Production' });
    await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
    const latest = async (stages?: string[]) =>
      (await registry.getLatestVersions('churn', stages)).map((v) => [v.currentStage, v.version]);
    expect(await latest()).toEqual([
      ['None', 2],
      ['Production', 3],
    ]);
    expect(await latest(['production', 'Archived'])).toEqual([['Production', 3]]);
    await registry.deleteModelVersion('churn', 3);
    expect(await latest(['Production'])).toEqual([['Production', 1]]);
    await expect(latest('Production' as unknown as string[])).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      hint: "give a list: ['Production']",
    });
  });

  it('removes the aliases of a deleted version, which then does not exist any more', async () => {
    const { registry } = await createChurnModel(createDatabase, 2);
    await registry.setRegisteredModelAlias('churn', 'champion', 1);
    await registry.setRegisteredModelAlias('churn', 'challenger', 2);
    await registry.deleteModelVersion('churn', '1');
    expect((await registry.getRegisteredModel('churn')).aliases).toEqual({ challenger: 2 });
    for (const use of [
      () => registry.getModelVersion('churn', 1),
      () => registry.deleteModelVersion('churn', 1),
      () => registry.updateModelVersion('churn', 1, { description: 'x' }),
      () => registry.setModelVersionTag({ name: 'churn', version: 1, key: 'a', value: 'b' }),
    ]) {
      await expect(use()).rejects.toMatchObject({ errorCode: 'RESOURCE_DOES_NOT_EXIST' });
    }
  });

  it('describes a version later', async () => {
    const { registry, clock } = await createChurnModel(createDatabase, 1);
    clock.ms = 3000;
    const updated = await registry.updateModelVersion('churn', 1, { description: 'better' });
    expect(updated).toMatchObject({ description: 'better', lastUpdatedTimestamp: 3000 });
  });
}
