import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/core/database.ts';
import { type RegistryCollections, registryKeyPaths } from '../../src/core/registry/collections.ts';
import type { ModelVersion, RegisteredModel } from '../../src/core/registry/entities.ts';
import { parseModelUri } from '../../src/core/registry/model-uri.ts';
import { createRegistry, type Registry } from '../../src/core/registry/registry.ts';
import type { Column } from '../../src/core/table/column.ts';
import { columnFromCells } from '../../src/core/table/from-rows.ts';
import { createTable, type Table } from '../../src/core/table/table.ts';
import { type TrackingCollections, trackingKeyPaths } from '../../src/core/tracking/collections.ts';
import { enforceSchema } from '../../src/core/tracking/enforce-schema.ts';
import type { Experiment } from '../../src/core/tracking/experiments.ts';
import { createSeededIds } from '../../src/core/tracking/id-source.ts';
import { MlflowException } from '../../src/core/tracking/mlflow-exception.ts';
import type { Run } from '../../src/core/tracking/run.ts';
import { type DataType, inferSignature } from '../../src/core/tracking/signature.ts';
import { createTrackingClient, type TrackingClient } from '../../src/core/tracking/tracking-client.ts';
import { createMemoryDatabase } from '../../src/storage/memory-database.ts';
import { readVectors } from './read-vectors.ts';

interface Step {
  readonly do: string;
  readonly args: readonly never[];
  readonly answer?: unknown;
  readonly error?: string;
  readonly changes?: Readonly<Record<string, unknown>>;
}

interface Script {
  readonly seed: number;
  readonly kind: 'registry' | 'tracking';
  readonly ids: readonly string[];
  readonly steps: readonly Step[];
}

type Columns = Readonly<Record<string, readonly ['int64', readonly (number | null)[]]>>;

interface EnforcementCase {
  readonly specs: readonly [DataType, string, boolean][];
  readonly columns: readonly string[];
  readonly answer?: readonly [string, string][];
  readonly error?: string;
  readonly hintAboutNulls?: boolean;
  readonly missing?: readonly string[];
}

interface Vectors {
  readonly scripts: readonly Script[];
  readonly signature: {
    readonly columns: Columns;
    readonly inputs: string;
    readonly outputs: string;
    readonly arrays: Readonly<Record<string, string>>;
  };
  readonly enforcement: readonly EnforcementCase[];
  readonly names: readonly [string, string | null][];
  readonly uris: readonly [string, string | readonly (string | null)[]][];
}

interface World {
  readonly tracking: TrackingClient;
  readonly registry: Registry;
  readonly database: Database<TrackingCollections & RegistryCollections>;
}

const vectors = await readVectors<Vectors>('registry.json');

describe.each(vectors.scripts)('the $kind script $seed as MLflow 2.16 ran it', ({ steps, ids, kind }) => {
  it('gives the same answer, the same error code and the same state at every step', async () => {
    let now = 0;
    const left = [...ids];
    const database = createMemoryDatabase<TrackingCollections & RegistryCollections>({
      ...trackingKeyPaths,
      ...registryKeyPaths,
    });
    const context = {
      database,
      clock: { now: () => now },
      ids: { next: () => left.shift() ?? 'e'.repeat(32) },
      user: 'ada',
    };
    const world = { tracking: createTrackingClient(context), registry: createRegistry(context), database };
    const state = new Map<string, unknown>();
    for (const [i, step] of steps.entries()) {
      now = (i + 1) * 1000;
      const label = `step ${i}: ${step.do}(${JSON.stringify(step.args).slice(0, 200)})`;
      const outcome = await play(world, step);
      expect(outcome, label).toEqual(
        step.error === undefined ? { answer: step.answer ?? null } : { error: step.error },
      );
      for (const [entity, value] of Object.entries(step.changes ?? {})) {
        if (value === null) state.delete(entity);
        else state.set(entity, value);
      }
      const current = kind === 'registry' ? await registryState(world) : await trackingState(world);
      expect(current, `state after ${label}`).toEqual(Object.fromEntries(state));
    }
  });
});

describe('a registered model name', () => {
  it.each(vectors.names)("%j is taken or refused as MLflow's file store does", async (name, error) => {
    const keyPaths = { ...trackingKeyPaths, ...registryKeyPaths };
    const database = createMemoryDatabase<TrackingCollections & RegistryCollections>(keyPaths);
    const clock = { now: () => 0 };
    const registry = createRegistry({ database, clock, ids: createSeededIds('names'), user: 'ada' });
    const outcome = await registry.createRegisteredModel(name).then(
      () => null,
      (thrown: unknown) => (thrown instanceof MlflowException ? thrown.errorCode : thrown),
    );
    expect(outcome).toBe(error);
  });
});

describe('a models:/ URI', () => {
  it.each(vectors.uris)('%s is read as MLflow reads it', (uri, expected) => {
    if (typeof expected === 'string') {
      expect(() => parseModelUri(uri)).toThrow(MlflowException);
    } else {
      const { name, version, stage, alias } = parseModelUri(uri);
      expect([name, version, stage, alias]).toEqual(expected);
    }
  });
});

describe('a signature', () => {
  it('is inferred from tables and arrays as MLflow infers it from pandas and numpy', () => {
    const { columns, inputs, outputs, arrays } = vectors.signature;
    const table = tableOf(columns, ['whole', 'real']);
    expect(inferSignature(tableOf(columns, JSON.parse(inputs).map(nameOf)), table)).toEqual({
      inputs: JSON.parse(inputs),
      outputs: JSON.parse(outputs),
      params: null,
    });
    const labels = { int64: [1, 0], float64: [0.5, 0.25], str: ['a', 'b'], bool: [true, false] };
    for (const [type, values] of Object.entries(labels)) {
      expect(inferSignature(null, values).outputs).toEqual(JSON.parse(arrays[type]!));
    }
  });

  it.each(vectors.enforcement)('$specs on $columns is enforced as MLflow does', (vector) => {
    const table = tableOf(vectors.signature.columns, vector.columns);
    const signature = {
      inputs: vector.specs.map(([type, name, required]) => ({ type, name, required })),
      outputs: null,
      params: null,
    };
    const outcome = enforce(table, signature);
    if (outcome instanceof MlflowException) {
      expect(vector.error, outcome.message).toBe(outcome.errorCode);
      expect(outcome.hint.includes('missing values')).toBe(vector.hintAboutNulls);
      for (const name of vector.missing ?? []) expect(outcome.message).toContain(`'${name}'`);
    } else {
      expect(outcome).toEqual(vector.answer);
    }
  });
});

async function play(world: World, step: Step): Promise<{ answer: unknown } | { error: string }> {
  try {
    return { answer: (await perform(world, step)) ?? null };
  } catch (error) {
    if (error instanceof MlflowException) return { error: error.errorCode };
    throw error;
  }
}

function perform({ tracking, registry }: World, { do: operation, args }: Step): Promise<unknown> {
  const [a, b, c, d, e] = args;
  const pairs = (entries: readonly [string, unknown][]) => entries.map(([key, value]) => ({ key, value }));
  const point = ([key, value, timestamp, step]: readonly [string, unknown, number, number]) => ({
    key,
    value: Number(value),
    timestamp,
    step,
  });
  const operations: Record<string, () => Promise<unknown>> = {
    createRegisteredModel: () =>
      registry.createRegisteredModel(a!, { tags: b!, description: c! }).then(modelRow),
    createModelVersion: () => registry.createModelVersion(a!, b!, { runId: c!, tags: d! }).then(versionRow),
    transition: () =>
      registry
        .transitionModelVersionStage({ name: a!, version: b!, stage: c!, archiveExistingVersions: d! })
        .then(versionRow),
    setAlias: () => registry.setRegisteredModelAlias(a!, b!, c!),
    deleteAlias: () => registry.deleteRegisteredModelAlias(a!, b!),
    getByAlias: () => registry.getModelVersionByAlias(a!, b!).then(versionRow),
    setModelTag: () => registry.setRegisteredModelTag(a!, b!, c!),
    deleteModelTag: () => registry.deleteRegisteredModelTag(a!, b!),
    setVersionTag: () => registry.setModelVersionTag({ name: a!, version: b!, key: c!, value: d! }),
    deleteVersionTag: () => registry.deleteModelVersionTag(a!, b!, c!),
    deleteModelVersion: () => registry.deleteModelVersion(a!, b!),
    deleteRegisteredModel: () => registry.deleteRegisteredModel(a!),
    rename: () => registry.renameRegisteredModel(a!, b!).then(modelRow),
    getLatest: async () =>
      (await registry.getLatestVersions(a!, b!))
        .sort((left, right) => left.version - right.version)
        .map((version) => versionRow(version).slice(0, -1)),
    resolve: async () => {
      const { name, version } = await registry.resolveModelUri(a!);
      return [name, version];
    },
    updateVersion: () => registry.updateModelVersion(a!, b!, { description: c! }).then(versionRow),
    updateModel: () => registry.updateRegisteredModel(a!, { description: b! }).then(modelRow),
    getVersion: () => registry.getModelVersion(a!, b!).then(versionRow),
    searchVersions: async () =>
      (await registry.searchModelVersions(a!, { orderBy: b ?? [], maxResults: c! })).map((version) => [
        version.name,
        version.version,
      ]),
    searchModels: async () =>
      (await registry.searchRegisteredModels(a!, { orderBy: b ?? [], maxResults: c! })).map(nameOf),
    createExperiment: () => tracking.createExperiment(a!),
    deleteExperiment: () => tracking.deleteExperiment(a!),
    restoreExperiment: () => tracking.restoreExperiment(a!),
    getExperiment: async () => (a === '0' ? null : experimentRow(await tracking.getExperiment(a!))),
    getExperimentByName: async () => (await tracking.getExperimentByName(a!))?.experimentId,
    createRun: () => tracking.createRun({ experimentId: a!, runName: b!, tags: c! }).then(runRow),
    logParam: () => tracking.logParam(a!, b!, c!),
    logMetric: () => tracking.logMetric(a!, point([b!, c!, d!, e!])),
    logBatch: () =>
      tracking.logBatch(a!, {
        metrics: (b as unknown as Parameters<typeof point>[0][]).map(point),
        params: pairs(c!),
        tags: pairs(d!),
      }),
    setTag: () => tracking.setTag(a!, b!, c!),
    deleteTag: () => tracking.deleteTag(a!, b!),
    setTerminated: async () => void (await tracking.setTerminated(a!, b!)),
    updateRun: async () =>
      void (await tracking.updateRun(a!, { status: b ?? undefined, runName: c ?? undefined })),
    deleteRun: () => tracking.deleteRun(a!),
    restoreRun: () => tracking.restoreRun(a!),
    getRun: () => tracking.getRun(a!).then(runRow),
    getMetricHistory: async () =>
      (await tracking.getMetricHistory(a!, b!))
        .map(({ step, timestamp, value }) => [step, timestamp, Number.isNaN(value) ? 'NaN' : value])
        .sort((left, right) => Number(left[2] === 'NaN') - Number(right[2] === 'NaN')),
    searchRuns: async () => {
      const search = {
        experimentIds: a!,
        filterString: b!,
        orderBy: c ?? [],
        runViewType: d!,
        maxResults: e!,
      };
      return (await tracking.searchRuns(search)).map((run) => run.info.runId);
    },
  };
  return operations[operation]!();
}

async function registryState({ registry }: World): Promise<Record<string, unknown>> {
  const models = await registry.searchRegisteredModels();
  const versions = await registry.searchModelVersions();
  return Object.fromEntries([
    ...models.map((model) => [`model ${model.name}`, modelRow(model)] as const),
    ...versions.map(
      (version) => [`version ${version.name} ${version.version}`, versionRow(version)] as const,
    ),
  ]);
}

async function trackingState({ tracking, database }: World): Promise<Record<string, unknown>> {
  const { experiments, runs } = await database.read(['experiments', 'runs'], async (transaction) => ({
    experiments: await transaction.getAll('experiments'),
    runs: await transaction.getAll('runs'),
  }));
  const state: Record<string, unknown> = {};
  for (const { experimentId } of experiments) {
    state[`experiment ${experimentId}`] = experimentRow(await tracking.getExperiment(experimentId));
  }
  for (const { runId } of runs) state[`run ${runId}`] = runRow(await tracking.getRun(runId));
  return state;
}

function versionRow(version: ModelVersion): unknown[] {
  return [
    version.name,
    version.version,
    version.currentStage,
    version.creationTimestamp,
    version.lastUpdatedTimestamp,
    version.description,
    version.source,
    version.runId,
    version.tags,
    version.aliases,
  ];
}

function modelRow(model: RegisteredModel): unknown[] {
  return [
    model.name,
    model.creationTimestamp,
    model.lastUpdatedTimestamp,
    model.description,
    model.tags,
    model.aliases,
    model.latestVersions.map((version) => version.version).sort((a, b) => a - b),
  ];
}

function runRow({ info, data }: Run): unknown[] {
  const metrics = Object.entries(data.metrics).map(([key, value]) => [
    key,
    Number.isNaN(value) ? 'NaN' : value,
  ]);
  return [
    info.runId,
    info.runName,
    info.experimentId,
    info.status,
    info.startTime,
    info.endTime,
    info.lifecycleStage,
    data.params,
    Object.fromEntries(metrics),
    data.tags,
  ];
}

function experimentRow(experiment: Experiment): unknown[] {
  const { experimentId, name, lifecycleStage, creationTime, lastUpdateTime, tags } = experiment;
  return [experimentId, name, lifecycleStage, creationTime, lastUpdateTime, tags];
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function tableOf(columns: Columns, names: readonly string[]): Table {
  return createTable(
    names.map((name) => {
      const [dtype, cells] = columns[name]!;
      return [name, columnFromCells(cells, { name, dtype })];
    }),
  );
}

function enforce(table: Table, signature: Parameters<typeof enforceSchema>[0]): unknown {
  try {
    return [...enforceSchema(signature, table).columns].map(([name, column]) => [name, pandasType(column)]);
  } catch (error) {
    return error;
  }
}

function pandasType({ dtype, nulls }: Column): string {
  if (dtype === 'string') return 'object';
  if (dtype === 'timestamp') return 'datetime64[ns]';
  if (nulls === null) return dtype;
  return dtype === 'bool' ? 'object' : 'float64';
}
