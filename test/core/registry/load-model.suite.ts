import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { inferSignature } from '../../../src/core/tracking/signature.ts';
import { createFailingDatabase } from '../../storage/failing-database.ts';
import { dump } from '../tracking/world.ts';
import { COLLECTIONS, type CreateDatabase, createRegistryWorld, type RegistryWorld } from './world.ts';

const TABLE = fromRows([{ age: 1, fee: 0.5 }]);

function estimator(seed: number) {
  return { kind: 'dummy', version: 1, params: { seed }, weights: Float64Array.of(seed, 0.5) };
}

async function logVersion({ registry, tracking }: RegistryWorld, seed: number) {
  const run = await tracking.startRun();
  const logged = await registry.logModel(run.info.runId, estimator(seed), {
    artifactPath: 'model',
    registeredModelName: 'churn',
    signature: inferSignature(TABLE, [0, 1]),
    inputExample: TABLE,
  });
  await tracking.endRun();
  return logged;
}

export function describeLoadModel(createDatabase: CreateDatabase): void {
  it('stores a model with its description and its input example, and notes it in the run', async () => {
    const world = await createRegistryWorld(createDatabase);
    const { runId, modelUri, registeredVersion } = await logVersion(world, 1);
    expect(modelUri).toBe(`runs:/${runId}/model`);
    expect(registeredVersion).toMatchObject({ name: 'churn', version: 1, currentStage: 'None', runId });
    expect((await world.tracking.client.listArtifacts(runId, 'model')).map(({ path }) => path)).toEqual([
      'model/MLmodel',
      'model/input_example.json',
      'model/model',
    ]);
    const file = await world.tracking.client.getArtifact(runId, 'model/MLmodel');
    expect(JSON.parse(file.kind === 'text' ? file.text : '')).toEqual({
      artifact_path: 'model',
      flavors: {
        streamflow_lab: {
          data: 'model',
          estimator: 'dummy',
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
      mlflow_version: '2.16.0',
      model_size_bytes: expect.any(Number),
      model_uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
      run_id: runId,
      saved_input_example_info: {
        artifact_path: 'input_example.json',
        pandas_orient: 'split',
        type: 'dataframe',
      },
      signature: {
        inputs:
          '[{"type":"long","name":"age","required":true},{"type":"double","name":"fee","required":true}]',
        outputs: '[{"type":"tensor","tensor-spec":{"dtype":"int64","shape":[-1]}}]',
        params: null,
      },
      utc_time_created: '1970-01-01 00:00:01.000000',
    });
    const history = JSON.parse(
      (await world.tracking.client.getRun(runId)).data.tags['mlflow.log-model.history'] ?? '[]',
    );
    expect(history).toMatchObject([{ run_id: runId, artifact_path: 'model' }]);
  });

  it('keeps the documents of a model beside it', async () => {
    const { registry, tracking } = await createRegistryWorld(createDatabase);
    const { info } = await tracking.startRun();
    const documents = { 'receipt.json': { seed: 42 }, 'notes/first.json': ['a'] };
    await registry.logModel(info.runId, estimator(1), { artifactPath: 'model', documents });
    expect(await tracking.client.getArtifact(info.runId, 'receipt.json')).toEqual({
      kind: 'json',
      value: { seed: 42 },
    });
    expect((await tracking.client.listArtifacts(info.runId)).map(({ path }) => path)).toEqual([
      'model',
      'notes',
      'receipt.json',
    ]);
  });

  it('stores model, documents and version together or, wherever the disk runs full, not at all', async () => {
    const database = createFailingDatabase(await createDatabase());
    const { registry, tracking } = await createRegistryWorld(async () => database);
    const { info } = await tracking.startRun();
    const log = () =>
      registry.logModel(info.runId, estimator(1), {
        artifactPath: 'model',
        registeredModelName: 'churn',
        inputExample: TABLE,
        documents: { 'receipt.json': { seed: 42 }, 'feature_defaults.json': {} },
      });
    const before = await dump(database, COLLECTIONS);
    let nSteps = 0;
    for (; await failsWithRoomFor(nSteps); nSteps++)
      expect(await dump(database, COLLECTIONS)).toEqual(before);
    expect(nSteps).toBe(14);
    expect((await registry.loadModel('models:/churn/1')).runId).toBe(info.runId);

    async function failsWithRoomFor(room: number): Promise<boolean> {
      database.room = room;
      return log().then(
        () => false,
        ({ name }) => name === 'DiskFull',
      );
    }
  });

  it('loads by version, stage, latest, alias and run, and the typed arrays come back', async () => {
    const world = await createRegistryWorld(createDatabase);
    const { registry } = world;
    const { modelUri, runId } = await logVersion(world, 1);
    await logVersion(world, 2);
    await logVersion(world, 3);
    await registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
    await registry.transitionModelVersionStage({ name: 'churn', version: 3, stage: 'Archived' });
    await registry.setRegisteredModelAlias('churn', 'champion', 2);
    const loaded = async (uri: string) => {
      const { artifact, version } = await registry.loadModel(uri);
      return [artifact.params.seed, version];
    };
    expect(await loaded('models:/churn/2')).toEqual([2, 2]);
    expect(await loaded('models:/churn/production')).toEqual([1, 1]);
    expect(await loaded('models:/churn/latest')).toEqual([3, 3]);
    expect(await loaded('models:/churn@champion')).toEqual([2, 2]);
    expect(await loaded(modelUri)).toEqual([1, null]);
    expect(await registry.loadModel('models:/churn/1')).toEqual({
      artifact: estimator(1),
      signature: inferSignature(TABLE, [0, 1]),
      runId,
      name: 'churn',
      version: 1,
    });
  });

  it('loads the model of a deleted run, as deleting a run cascades nowhere', async () => {
    const world = await createRegistryWorld(createDatabase);
    const { runId } = await logVersion(world, 1);
    await world.tracking.client.deleteRun(runId);
    expect((await world.registry.loadModel('models:/churn/1')).runId).toBe(runId);
  });

  it('copies a version: the new one names the old as source, shares its files and starts in None', async () => {
    const world = await createRegistryWorld(createDatabase);
    const { runId, modelUri } = await logVersion(world, 1);
    await world.registry.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
    const copy = await world.registry.registerModel('models:/churn/1', 'copy');
    expect(copy).toMatchObject({ source: 'models:/churn/1', currentStage: 'None', runId: null });
    expect((await world.registry.loadModel('models:/copy/1')).runId).toBe(runId);
    const registered = await world.registry.registerModel(modelUri, 'copy');
    expect(registered).toMatchObject({
      version: 2,
      runId,
      source: expect.stringMatching(/artifacts\/model$/),
    });
  });

  it.each([undefined, null, 5, '', 'runs:/'])('refuses %s as a URI', async (uri) => {
    const { registry } = await createRegistryWorld(createDatabase);
    await expect(registry.loadModel(uri as string)).rejects.toMatchObject({
      name: 'MlflowException',
      message: expect.stringMatching(/^not a proper (models|runs):\/ URI/),
    });
  });

  it('names model and stage where no version is there', async () => {
    const world = await createRegistryWorld(createDatabase);
    await logVersion(world, 1);
    await expect(world.registry.loadModel('models:/churn/Staging')).rejects.toMatchObject({
      errorCode: 'INTERNAL_ERROR',
      message: "no versions of model with name 'churn' and stage 'Staging' found",
    });
  });
}
