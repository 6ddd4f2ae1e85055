import { expect, it } from 'vitest';
import { type CreateDatabase, createChurnModel } from './world.ts';

export function describeAliasesAndTags(createDatabase: CreateDatabase): void {
  it('points an alias to one version, and moves it', async () => {
    const { registry } = await createChurnModel(createDatabase, 2);
    await registry.setRegisteredModelAlias('churn', 'champion', 1);
    await registry.setRegisteredModelAlias('churn', 'champion', '2');
    await registry.setRegisteredModelAlias('churn', 'a', 2);
    expect(await registry.getModelVersionByAlias('churn', 'champion')).toMatchObject({
      version: 2,
      aliases: ['a', 'champion'],
    });
    expect((await registry.getModelVersion('churn', 1)).aliases).toEqual([]);
  });

  it('tells aliases apart by case and deletes a missing one silently', async () => {
    const { registry } = await createChurnModel(createDatabase, 1);
    await registry.setRegisteredModelAlias('churn', 'champion', 1);
    await registry.deleteRegisteredModelAlias('churn', 'Champion');
    await expect(registry.getModelVersionByAlias('churn', 'Champion')).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      hint: expect.stringContaining('champion'),
    });
    await registry.deleteRegisteredModelAlias('churn', 'champion');
    expect((await registry.getRegisteredModel('churn')).aliases).toEqual({});
  });

  it.each(['latest', 'LATEST', 'v1', 'V23', '', 'a b', 'a.b', 'x'.repeat(256)])(
    'refuses the alias %j',
    async (alias) => {
      const { registry } = await createChurnModel(createDatabase, 1);
      await expect(registry.setRegisteredModelAlias('churn', alias, 1)).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
      });
    },
  );

  it('overwrites tags, and deletes a missing one silently, unlike a run', async () => {
    const { registry } = await createChurnModel(createDatabase, 1);
    await registry.setRegisteredModelTag('churn', 'team', 'a');
    await registry.setRegisteredModelTag('churn', 'team', 'b');
    await registry.deleteRegisteredModelTag('churn', 'none');
    await registry.setModelVersionTag({ name: 'churn', version: 1, key: 'review', value: true });
    await registry.deleteModelVersionTag('churn', 1, 'none');
    expect((await registry.getRegisteredModel('churn')).tags).toEqual({ team: 'b' });
    expect((await registry.getModelVersion('churn', 1)).tags).toEqual({ review: 'true' });
    await registry.deleteModelVersionTag('churn', 1, 'review');
    expect((await registry.getModelVersion('churn', 1)).tags).toEqual({});
  });
}
