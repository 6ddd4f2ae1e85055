import { expect, it } from 'vitest';
import { dump } from '../tracking/world.ts';
import { COLLECTIONS, type CreateDatabase, createChurnModel, type RegistryWorld } from './world.ts';

const BARE = { kind: 'dummy', version: 1, params: {} };

const FAILURES: Readonly<Record<string, (world: RegistryWorld, runId: string) => Promise<unknown>>> = {
  'createRegisteredModel of a taken name': ({ registry }) => registry.createRegisteredModel('churn'),
  'createRegisteredModel with a bad tag': ({ registry }) =>
    registry.createRegisteredModel('new', { tags: { '/': 1 } }),
  'createModelVersion of no model': ({ registry }) => registry.createModelVersion('none', 's3://a'),
  'createModelVersion without a source': ({ registry }) => registry.createModelVersion('churn', ''),
  'createModelVersion from no version': ({ registry }) =>
    registry.createModelVersion('churn', 'models:/churn/9'),
  'createModelVersion with a long tag': ({ registry }) =>
    registry.createModelVersion('churn', 's3://a', { tags: { a: 'x'.repeat(5001) } }),
  'updateModelVersion without a description': ({ registry }) =>
    registry.updateModelVersion('churn', 1, { description: null as unknown as string }),
  'transition of no version': ({ registry }) =>
    registry.transitionModelVersionStage({ name: 'churn', version: 9, stage: 'Production' }),
  'archiving transition of no version': ({ registry }) =>
    registry.transitionModelVersionStage({
      name: 'churn',
      version: 9,
      stage: 'Production',
      archiveExistingVersions: true,
    }),
  'transition to no stage': ({ registry }) =>
    registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Live' }),
  'setRegisteredModelAlias to no version': ({ registry }) =>
    registry.setRegisteredModelAlias('churn', 'champion', 9),
  'setModelVersionTag without a value': ({ registry }) =>
    registry.setModelVersionTag({ name: 'churn', version: 1, key: 'a', value: null }),
  'deleteModelVersion of none': ({ registry }) => registry.deleteModelVersion('churn', 9),
  'deleteRegisteredModel of none': ({ registry }) => registry.deleteRegisteredModel('none'),
  'renameRegisteredModel to a taken name': ({ registry }) => registry.renameRegisteredModel('churn', 'other'),
  'renameRegisteredModel to no name': ({ registry }) => registry.renameRegisteredModel('churn', ' '),
  'getStageHistory of no model': ({ registry }) => registry.getStageHistory('none'),
  'loadModel of a bad URI': ({ registry }) => registry.loadModel('models:/churn'),
  'loadModel of a bad run URI': ({ registry }) => registry.loadModel('runs:/'),
  'loadModel of a source without files': ({ registry }) => registry.loadModel('models:/churn/1'),
  'loadModel of a run without a model': ({ registry }, runId) => registry.loadModel(`runs:/${runId}/model`),
  'logModel under a bad registered name': ({ registry }, runId) =>
    registry.logModel(runId, BARE, { artifactPath: 'model', registeredModelName: 'a/b' }),
  'logModel under a bad path': ({ registry }, runId) =>
    registry.logModel(runId, BARE, { artifactPath: '../model' }),
  'registerModel of no run': ({ registry }) => registry.registerModel(`runs:/${'f'.repeat(32)}/model`, 'new'),
};

export function describeRegistryFailures(createDatabase: CreateDatabase): void {
  it.each(Object.entries(FAILURES))(
    '%s is an MlflowException with a hint and changes nothing',
    async (_, fail) => {
      const world = await createChurnModel(createDatabase, 2);
      await world.registry.createRegisteredModel('other');
      await world.registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
      const { info } = await world.tracking.startRun();
      const before = await dump(world.database, COLLECTIONS);
      const error = await fail(world, info.runId).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ name: 'MlflowException', hint: expect.stringMatching(/\w{3}/) });
      expect(await dump(world.database, COLLECTIONS)).toEqual(before);
    },
  );
}
