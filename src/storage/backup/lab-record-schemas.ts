import * as v from 'valibot';
import type { LabCollections } from '../../core/engine/collections.ts';
import { unpack } from '../../core/table/pack.ts';
import type { RecordSchemas } from './check-records.ts';

const texts = v.map(v.string(), v.string());
const textOrNull = v.nullable(v.string());
const integer = v.pipe(v.number(), v.integer());
const version1 = v.literal(1);
const dtype = v.picklist(['float64', 'timestamp', 'bool', 'string', 'int64']);
const stage = v.picklist(['None', 'Staging', 'Production', 'Archived']);
const lifecycleStage = v.picklist(['active', 'deleted']);
const point = v.looseObject({
  step: v.number(),
  timestamp: v.number(),
  value: v.number(),
  isNan: v.picklist([0, 1]),
});
const cell = v.union([v.number(), v.boolean(), v.string(), v.date(), v.null()]);

/** A buffer that `unpack` can read: a page would fall over any other. */
const packedTable = v.pipe(
  v.instance(ArrayBuffer),
  v.check((buffer) => {
    try {
      return unpack(buffer).nRows >= 0;
    } catch {
      return false;
    }
  }, 'is no packed table'),
);

const artifactContent = v.variant('kind', [
  v.looseObject({ kind: v.literal('text'), text: v.string() }),
  v.looseObject({ kind: v.literal('json') }),
  v.looseObject({ kind: v.literal('bytes'), bytes: v.instance(Uint8Array) }),
  v.looseObject({
    kind: v.literal('estimator'),
    estimator: v.looseObject({
      kind: v.string(),
      version: v.number(),
      params: v.record(v.string(), v.unknown()),
    }),
  }),
]);

/** What the lab's records may be, as far as its pages lean on it. Members that a later version adds are let through. */
export const labRecordSchemas: RecordSchemas<LabCollections> = {
  tables: v.looseObject({
    kind: v.literal('table'),
    version: version1,
    name: v.string(),
    timestampField: v.string(),
    createdTimestampColumn: textOrNull,
    joinKeys: v.array(v.string()),
    columns: v.array(v.looseObject({ name: v.string(), dtype })),
  }),
  snapshots: v.looseObject({
    kind: v.literal('snapshot'),
    version: version1,
    table: v.string(),
    asOf: v.number(),
    revision: integer,
    nRows: integer,
    digest: v.string(),
    importedAt: v.number(),
  }),
  snapshotPayloads: v.looseObject({
    table: v.string(),
    asOf: v.number(),
    revision: integer,
    packed: packedTable,
  }),
  entities: v.looseObject({
    kind: v.literal('entity'),
    version: version1,
    name: v.string(),
    joinKeys: v.array(v.string()),
    description: v.string(),
  }),
  featureViews: v.looseObject({
    name: v.string(),
    definition: v.looseObject({
      kind: v.literal('feature-view'),
      version: version1,
      name: v.string(),
      entities: v.array(v.string()),
      joinKeys: v.array(v.string()),
      joinKeyMap: v.record(v.string(), v.string()),
      ttlMs: v.number(),
      schema: v.array(v.looseObject({ name: v.string(), dtype })),
      source: v.looseObject({
        name: v.string(),
        table: v.string(),
        timestampField: v.string(),
        createdTimestampColumn: textOrNull,
        fieldMapping: v.record(v.string(), v.string()),
      }),
      online: v.boolean(),
      description: v.string(),
      aliasOf: textOrNull,
    }),
    intervals: v.array(v.tuple([v.number(), v.number()])),
    onlineRevision: integer,
  }),
  onlineTables: v.looseObject({ view: v.string(), table: packedTable }),
  experiments: v.looseObject({
    kind: v.literal('experiment'),
    version: version1,
    experimentId: v.string(),
    name: v.string(),
    lifecycleStage,
    creationTime: v.number(),
    lastUpdateTime: v.number(),
    tags: texts,
  }),
  runs: v.looseObject({
    kind: v.literal('run'),
    version: version1,
    runId: v.string(),
    runName: v.string(),
    experimentId: v.string(),
    userId: v.string(),
    status: v.picklist(['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED']),
    startTime: v.number(),
    endTime: v.nullable(v.number()),
    lifecycleStage,
    deletedTime: v.nullable(v.number()),
    params: texts,
    tags: texts,
    metrics: v.map(v.string(), point),
  }),
  metrics: v.looseObject({
    kind: v.literal('metric'),
    version: version1,
    runId: v.string(),
    key: v.string(),
    ...point.entries,
  }),
  artifacts: v.looseObject({
    kind: v.literal('artifact'),
    version: version1,
    runId: v.string(),
    path: v.string(),
    fileSize: v.number(),
  }),
  artifactContents: v.looseObject({
    kind: v.literal('artifact-content'),
    version: version1,
    runId: v.string(),
    path: v.string(),
    content: artifactContent,
  }),
  registeredModels: v.looseObject({
    kind: v.literal('registered-model'),
    version: version1,
    name: v.string(),
    creationTimestamp: v.number(),
    lastUpdatedTimestamp: v.number(),
    description: textOrNull,
    tags: texts,
    aliases: v.map(v.string(), integer),
    lastVersion: integer,
  }),
  modelVersions: v.looseObject({
    kind: v.literal('model-version'),
    version: version1,
    name: v.string(),
    modelVersion: integer,
    creationTimestamp: v.number(),
    lastUpdatedTimestamp: v.number(),
    description: textOrNull,
    userId: v.string(),
    currentStage: stage,
    source: v.string(),
    storageLocation: v.string(),
    runId: textOrNull,
    tags: texts,
  }),
  stageEvents: v.looseObject({
    kind: v.literal('stage-event'),
    version: version1,
    name: v.string(),
    sequence: integer,
    modelVersion: integer,
    action: v.picklist(['created', 'transitioned', 'archived', 'deleted']),
    from: v.nullable(stage),
    to: v.nullable(stage),
    at: v.number(),
    user: v.string(),
    reason: textOrNull,
    causedBy: v.nullable(integer),
  }),
  requestLog: v.looseObject({
    sequence: integer,
    at: v.number(),
    latencyMs: v.number(),
    method: v.string(),
    path: v.string(),
    status: integer,
    outcome: v.string(),
    entity: textOrNull,
    modelName: textOrNull,
    modelVersion: textOrNull,
    prediction: v.union([v.number(), v.string(), v.null()]),
    features: v.record(v.string(), cell),
    missing: v.array(v.string()),
    stale: v.array(v.string()),
    imputed: v.array(v.string()),
    message: textOrNull,
  }),
  requestLogHead: v.looseObject({ id: v.literal('head'), first: integer, next: integer }),
  settings: v.looseObject({ name: v.string(), value: v.unknown() }),
};
