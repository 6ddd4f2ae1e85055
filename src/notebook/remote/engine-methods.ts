import * as v from 'valibot';
import { LabError, suggest } from '../../core/errors.ts';
import type { Fault } from '../../core/serving/faults.ts';
import type { HttpRequest } from '../../core/serving/http.ts';
import type { StartOptions } from '../../core/serving/serving-options.ts';
import type { ImportMonthOptions } from '../../core/snapshots/import-month.ts';
import type { ImportTableOptions } from '../../core/snapshots/import-table.ts';
import { bytesSource } from '../../core/table/byte-source.ts';
import { recordOf } from '../checking/record-of.ts';
import { type CallTask, type EngineMethod, method } from './engine-method.ts';
import { toRemoteStatus } from './engine-state.ts';
import { appliedDefinitions, featureView, toFeatureObjects, toFeatureView } from './feature-definitions.ts';
import { registryMethods } from './registry-methods.ts';
import { args, checkedByCore, instant, number, options, table, text, texts, values } from './schemas.ts';
import { trackingMethods } from './tracking-methods.ts';

// Loose where core itself refuses members that are missing or unknown, by name.
const asOfTable = v.looseObject({ table: v.optional(text) });

const monthSchema = v.strictObject({
  timestampField: text,
  createdTimestampColumn: text,
  tables: v.array(
    v.strictObject({
      name: text,
      joinKeys: texts,
      isOptional: v.optional(v.boolean()),
      columns: v.array(
        v.strictObject({
          name: text,
          dtype: v.picklist(['int64', 'float64', 'bool', 'string', 'timestamp']),
          isNullable: v.optional(v.boolean()),
          range: v.optional(v.tuple([number, number])),
          values: v.optional(texts),
        }),
      ),
    }),
  ),
});

const snapshotMethods: Readonly<Record<string, EngineMethod>> = {
  loadDataset: method(
    args(text, options({ onConflict: v.optional(checkedByCore) })),
    ({ engine, datasets }, [name, given], task) => {
      const files = Object.hasOwn(datasets, name) ? datasets[name] : undefined;
      if (files === undefined)
        throw new LabError(`no dataset '${name}'`, suggest(name, Object.keys(datasets)));
      return engine.snapshots.loadDataset(files, withTask(given, task));
    },
    ['data', 'clock'],
  ),
  importMonth: method(
    args(
      v.array(v.strictObject({ name: text, bytes: v.instance(ArrayBuffer) })),
      v.looseObject({
        mapping: v.optional(recordOf(recordOf(v.nullable(text)))),
        schema: v.optional(monthSchema),
      }),
    ),
    ({ engine }, [files, given], task) =>
      engine.snapshots.importMonth(
        files.map(({ name, bytes }) => bytesSource(name, new Uint8Array(bytes))),
        withTask(given as unknown as ImportMonthOptions, task),
      ),
    ['data', 'clock'],
  ),
  importTable: method(
    args(
      checkedByCore,
      table,
      v.looseObject({
        timestampField: v.optional(text),
        createdTimestampColumn: v.nullish(text),
        joinKeys: v.optional(texts),
      }),
    ),
    ({ engine }, [name, rows, given]) =>
      engine.snapshots.importTable(name, rows, given as unknown as ImportTableOptions),
    ['data'],
  ),
  listTables: method(args(), ({ engine }) => engine.snapshots.listTables()),
  readTable: method(args(text), ({ engine }, [name]) => engine.snapshots.readTable(name)),
  readSnapshot: method(args(text, checkedByCore), ({ engine }, given) =>
    engine.snapshots.readSnapshot(...given),
  ),
  entityTable: method(args(asOfTable), ({ engine }, [given]) => engine.snapshots.entityTable(given as never)),
  labels: method(args(asOfTable), ({ engine }, [given]) => engine.snapshots.labels(given as never)),
};

const featureMethods: Readonly<Record<string, EngineMethod>> = {
  apply: method(
    args(appliedDefinitions),
    async ({ engine }, [definitions]) => void (await engine.features.apply(toFeatureObjects(definitions))),
    ['features'],
  ),
  listEntities: method(args(), ({ engine }) => engine.features.listEntities()),
  materializationIntervals: method(args(text), ({ engine }, [name]) =>
    engine.features.materializationIntervals(name),
  ),
  materialize: method(
    args(instant, instant, v.optional(checkedByCore)),
    ({ engine }, [start, end, given], task) =>
      engine.materialization.materialize(start, end, withTask(given, task)),
    ['features', 'serving'],
  ),
  materializeIncremental: method(
    args(instant, v.optional(checkedByCore)),
    ({ engine }, [end, given], task) =>
      engine.materialization.materializeIncremental(end, withTask(given, task)),
    ['features', 'serving'],
  ),
  getOnlineFeatures: method(
    args(
      v.strictObject({
        features: v.optional(v.array(v.union([text, featureView]))),
        entityRows: v.optional(v.union([table, v.array(values), values])),
        fullFeatureNames: v.optional(v.boolean()),
        strictTtl: v.optional(v.boolean()),
      }),
    ),
    async ({ engine }, [{ features, ...request }]) => {
      const asked = features?.map((feature) =>
        typeof feature === 'string' ? feature : toFeatureView(feature),
      );
      const online = await engine.features.getOnlineFeatures({
        ...request,
        ...(asked !== undefined && { features: asked }),
      } as never);
      const { table: rows, statuses, eventTimestamps, ageMs } = online;
      return { table: rows, statuses, eventTimestamps, ageMs };
    },
  ),
};

const httpRequest = v.strictObject({
  method: text,
  path: text,
  headers: recordOf(text),
  body: text,
});

const clockStep = v.strictObject({ days: v.exactOptional(number), hours: v.exactOptional(number) });

const labMethods: Readonly<Record<string, EngineMethod>> = {
  'clock.set': method(args(number), ({ engine }, [instantMs]) => engine.time.set(instantMs), ['clock']),
  'clock.advance': method(args(clockStep), ({ engine }, [step]) => engine.time.advance(step), ['clock']),
  'api.start': method(
    args(v.optional(values)),
    async ({ engine }, [given]) => toRemoteStatus(await engine.api.start(given as unknown as StartOptions)),
    ['serving'],
  ),
  'api.restart': method(args(), async ({ engine }) => toRemoteStatus(await engine.api.restart()), [
    'serving',
  ]),
  'api.stop': method(args(), ({ engine }) => engine.api.stop(), ['serving']),
  'api.checkModel': method(args(), async ({ engine }) => toRemoteStatus(await engine.api.checkModel()), [
    'serving',
  ]),
  'api.handle': method(
    args(httpRequest),
    ({ engine }, [request]) => engine.api.handle(request satisfies HttpRequest),
    ['serving'],
  ),
  'requestLog.list': method(args(), ({ engine }) => engine.requestLog.list()),
  'faults.inject': method(
    args(checkedByCore),
    ({ engine }, [fault]) => engine.faults.inject(fault as Fault),
    ['faults'],
  ),
  'faults.clear': method(args(), ({ engine }) => engine.faults.clear(), ['faults']),
};

/** Everything that a kernel may ask of the lab, by the name it crosses under. */
export const ENGINE_METHODS: ReadonlyMap<string, EngineMethod> = new Map([
  ...under('snapshots', snapshotMethods),
  ...under('features', featureMethods),
  ...under('tracking', trackingMethods),
  ...under('registry', registryMethods),
  ...Object.entries(labMethods),
]);

/** Options with how the call is watched; what is no object of options goes on to be refused. */
function withTask<O extends object>(given: O | undefined, task: CallTask): O & CallTask {
  if (given === undefined) return task as O & CallTask;
  return typeof given === 'object' && given !== null ? { ...given, ...task } : given;
}

function under(
  room: string,
  methods: Readonly<Record<string, EngineMethod>>,
): (readonly [string, EngineMethod])[] {
  return Object.entries(methods).map(([name, entry]) => [`${room}.${name}`, entry]);
}
