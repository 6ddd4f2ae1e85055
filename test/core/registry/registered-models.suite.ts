import { expect, it } from 'vitest';
import { type CreateDatabase, createChurnModel, createRegistryWorld } from './world.ts';

export function describeRegisteredModels(createDatabase: CreateDatabase): void {
  it('creates a model once, with tags and a description', async () => {
    const { registry } = await createRegistryWorld(createDatabase);
    const created = await registry.createRegisteredModel('churn', {
      tags: { team: 1 },
      description: 'who leaves',
    });
    expect(created).toEqual({
      name: 'churn',
      creationTimestamp: 1000,
      lastUpdatedTimestamp: 1000,
      description: 'who leaves',
      tags: { team: '1' },
      aliases: {},
      latestVersions: [],
    });
    expect(await registry.getRegisteredModel('churn')).toEqual(created);
    await expect(registry.createRegisteredModel('churn')).rejects.toMatchObject({
      errorCode: 'RESOURCE_ALREADY_EXISTS',
    });
  });

  it.each(['', 'a/b', 'a\\b', '50%'])('refuses the name %j, which could not stand in a URI', async (name) => {
    const { registry } = await createRegistryWorld(createDatabase);
    await expect(registry.createRegisteredModel(name)).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
    });
  });

  it('renames a model with its versions, aliases and history', async () => {
    const { registry, clock } = await createChurnModel(createDatabase, 2);
    await registry.setRegisteredModelAlias('churn', 'champion', 2);
    await registry.createRegisteredModel('taken');
    clock.ms = 5000;
    await expect(registry.renameRegisteredModel('churn', 'taken')).rejects.toMatchObject({
      errorCode: 'RESOURCE_ALREADY_EXISTS',
    });
    await registry.renameRegisteredModel('churn', 'leavers');
    expect(await registry.getModelVersionByAlias('leavers', 'champion')).toMatchObject({
      name: 'leavers',
      version: 2,
      lastUpdatedTimestamp: 5000,
    });
    expect(await registry.getStageHistory('leavers')).toHaveLength(2);
    await expect(registry.getModelVersion('churn', 1)).rejects.toMatchObject({
      errorCode: 'RESOURCE_DOES_NOT_EXIST',
    });
  });

  it('deletes a model with all its versions, whatever their stages, but keeps the history', async () => {
    const { registry } = await createChurnModel(createDatabase, 2);
    await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
    await registry.deleteRegisteredModel('churn');
    await expect(registry.getRegisteredModel('churn')).rejects.toMatchObject({
      errorCode: 'RESOURCE_DOES_NOT_EXIST',
    });
    expect(await registry.searchModelVersions()).toEqual([]);
    const history = await registry.getStageHistory('churn');
    expect(history.slice(-2).map(({ version, from, to, user }) => [version, from, to, user])).toEqual([
      [1, 'Production', null, 'ada'],
      [2, 'None', null, 'ada'],
    ]);
  });
}
