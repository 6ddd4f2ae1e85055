import { expect, it } from 'vitest';
import { type CreateDatabase, createChurnModel } from './world.ts';

export function describeTransition(createDatabase: CreateDatabase): void {
  it('moves a version from any stage to any stage, whatever the case of the name', async () => {
    const { registry } = await createChurnModel(createDatabase, 1);
    for (const stage of ['PRODUCTION', 'none', 'Archived', 'staging', 'Staging']) {
      const moved = await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage });
      expect(moved.currentStage.toLowerCase()).toBe(stage.toLowerCase());
    }
    await expect(
      registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Prod' }),
    ).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      hint: 'use one of None, Staging, Production, Archived',
    });
  });

  it('lets several versions share a stage without archiving', async () => {
    const { registry } = await createChurnModel(createDatabase, 2);
    for (const version of [1, 2]) {
      await registry.transitionModelVersionStage({ name: 'churn', version, stage: 'Production' });
    }
    const versions = await registry.searchModelVersions("name = 'churn'");
    expect(versions.map(({ currentStage }) => currentStage)).toEqual(['Production', 'Production']);
  });

  it('archives the others of the target stage only, at the same instant', async () => {
    const { registry, clock } = await createChurnModel(createDatabase, 4);
    const move = (version: number, stage: string, archiveExistingVersions = false) =>
      registry.transitionModelVersionStage({ name: 'churn', version, stage, archiveExistingVersions });
    await move(1, 'Production');
    await move(2, 'Production');
    await move(3, 'Staging');
    clock.ms = 9000;
    await move(4, 'production', true);
    const versions = await registry.searchModelVersions('', { orderBy: ['version_number'] });
    expect(versions.map((v) => [v.version, v.currentStage, v.lastUpdatedTimestamp])).toEqual([
      [1, 'Archived', 9000],
      [2, 'Archived', 9000],
      [3, 'Staging', 1000],
      [4, 'Production', 9000],
    ]);
    expect((await registry.getRegisteredModel('churn')).lastUpdatedTimestamp).toBe(9000);
  });

  it.each(['None', 'Archived'])('refuses to archive the others when the target is %s', async (stage) => {
    const { registry } = await createChurnModel(createDatabase, 1);
    await expect(
      registry.transitionModelVersionStage({
        name: 'churn',
        version: 1,
        stage,
        archiveExistingVersions: true,
      }),
    ).rejects.toMatchObject({ errorCode: 'INTERNAL_ERROR' });
  });

  it('keeps who moved what, when, from where, to where and why', async () => {
    const { registry, clock } = await createChurnModel(createDatabase, 2);
    const promotion = { name: 'churn', stage: 'Production', archiveExistingVersions: true };
    await registry.transitionModelVersionStage({ ...promotion, version: 1 });
    clock.ms = 2000;
    await registry.transitionModelVersionStage({ ...promotion, version: 2, reason: 'AUC +0.02' });
    clock.ms = 3000;
    await registry.deleteModelVersion('churn', 1);
    const events = await registry.getStageHistory('churn');
    expect(events.map((e) => [e.at, e.action, e.version, e.from, e.to, e.reason, e.causedBy])).toEqual([
      [1000, 'created', 1, null, 'None', null, null],
      [1000, 'created', 2, null, 'None', null, null],
      [1000, 'transitioned', 1, 'None', 'Production', null, null],
      [2000, 'archived', 1, 'Production', 'Archived', 'AUC +0.02', 2],
      [2000, 'transitioned', 2, 'None', 'Production', 'AUC +0.02', null],
      [3000, 'deleted', 1, 'Archived', null, null, null],
    ]);
    expect(new Set(events.map(({ user }) => user))).toEqual(new Set(['ada']));
  });

  it('works for stages but warns that they are deprecated', async () => {
    const { registry, warnings } = await createChurnModel(createDatabase, 1);
    await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Staging' });
    await registry.getLatestVersions('churn', ['Staging']);
    expect(warnings.map(({ code }) => code)).toEqual(['stages-deprecated', 'stages-deprecated']);
  });

  it('writes to disk before a move of a version, an alias or a name resolves', async () => {
    const durabilities: (string | undefined)[] = [];
    const { registry } = await createChurnModel(async () => {
      const database = await createDatabase();
      return {
        read: database.read.bind(database),
        write: (collections, run, options) => {
          durabilities.push(options?.durability);
          return database.write(collections, run, options);
        },
      };
    }, 1);
    durabilities.length = 0;
    await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Staging' });
    await registry.setRegisteredModelAlias('churn', 'champion', 1);
    await registry.deleteRegisteredModelAlias('churn', 'champion');
    await registry.renameRegisteredModel('churn', 'leave');
    await registry.deleteModelVersion('leave', 1);
    await registry.deleteRegisteredModel('leave');
    expect(durabilities).toEqual(Array(6).fill('strict'));
  });
}
