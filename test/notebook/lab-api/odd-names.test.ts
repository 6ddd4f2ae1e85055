import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

/** Names that objects have something under already, or that code has a use for. */
const NAMES = [
  'constructor',
  'prototype',
  '__proto__',
  'toString',
  'toJSON',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  'then',
  'length',
  'name',
  'get',
  'size',
] as const;
const AT = new Date('2024-01-31T00:00:00Z');
const Y = [0, 1, 0, 1, 0, 1];

/** Names for all there is to name, no two alike. */
const anyNames = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 10, maxLength: 10 });

it('takes names that objects know already for columns, from import to prediction', async () => {
  await fc.assert(
    fc.asyncProperty(anyNames, async ([number, text, flag, count, key, table, view, entity, model, tag]) => {
      const lab = await openLab();
      const names = [number!, text!, flag!, count!];
      const rows = Y.map((_, i) =>
        named([
          [key!, i],
          ['at', AT],
          [number!, i + 0.5],
          [text!, i % 2 === 0 ? 'a' : 'b'],
          [flag!, i % 2 === 0],
          [count!, i],
        ]),
      );
      await lab.data.importTable(table!, rows, { timestampField: 'at', joinKeys: [key!] });
      const snapshot = await lab.data.snapshot(table!, { asOf: AT });
      expect(snapshot.toRows().map(Object.entries)).toEqual(rows.map(Object.entries));
      expect((await lab.data.tables()).map((stored) => stored.name)).toEqual([table]);

      const car = new lab.Entity({ name: entity!, joinKeys: [key!] });
      const dtypes = ['float64', 'string', 'bool', 'int64'] as const;
      const schema = names.map((name, i) => new lab.Field({ name, dtype: dtypes[i]! }));
      const source = new lab.SnapshotSource({ table: table!, timestampField: 'at' });
      await lab.store.apply([car, new lab.FeatureView({ name: view!, entities: [car], schema, source })]);
      expect(lab.store.getFeatureView(view!).name).toBe(view);
      const features = names.map((name) => `${view}:${name}`);
      const entityDf = Y.map((_, i) =>
        named([
          [key!, i],
          ['event_timestamp', AT],
        ]),
      );
      const job = await lab.store.getHistoricalFeatures({ entityDf, features });
      expect(job.select(names).toRows().map(Object.entries)).toEqual(
        rows.map((row) => Object.entries(row).slice(2)),
      );

      const X = job.select(names);
      const encode = new lab.OneHotEncoder({ handleUnknown: 'ignore' });
      const pipeline = new lab.Pipeline([
        ['encode', new lab.ColumnTransformer([['text', encode, [text!]]], { remainder: 'passthrough' })],
        ['forest', new lab.RandomForestClassifier({ nEstimators: 3, randomState: 1 })],
      ]);
      await pipeline.fit(X, Y);
      await lab.mlflow.setExperiment(entity!);
      const logged = named([
        [tag!, 1],
        [model!, 2],
      ]) as Record<string, number>;
      await lab.mlflow.logParams(logged);
      await lab.mlflow.logMetrics(logged);
      await lab.mlflow.setTags(logged);
      await lab.mlflow.logDict({ logged }, `${tag}.json`);
      const signature = lab.inferSignature(X, Y);
      await lab.mlflow.logModel(pipeline, {
        artifactPath: tag!,
        registeredModelName: model!,
        signature,
        inputExample: X,
      });
      await new lab.MlflowClient().setRegisteredModelAlias(model!, tag!, 1);
      const loaded = await lab.mlflow.loadModel(`models:/${model}@${tag}`);
      expect(await loaded.predict(X)).toEqual(await pipeline.predict(X));
      const [found] = await lab.mlflow.searchRuns({ filterString: `params."${tag}" = '1'` });
      expect(Object.entries(found!.data.params)).toEqual(Object.entries(texts(logged)));
      expect(Object.entries(found!.data.metrics)).toEqual(Object.entries(logged));
      expect(found!.data.tags).toEqual(expect.objectContaining({ 'mlflow.user': 'student' }));
      expect(Object.entries(found!.data.tags)).toEqual(expect.arrayContaining(Object.entries(texts(logged))));

      await lab.store.materialize('2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z');
      const entityRows = [named([[key!, 3]])];
      const online = await lab.store.getOnlineFeatures({ features, entityRows });
      expect(Object.entries(online.toRows()[0]!)).toEqual([[key, 3], ...Object.entries(rows[3]!).slice(2)]);
      const dict = online.toDict({ includeEventTimestamps: true });
      expect(new Map(Object.entries(dict)).get(`${number}__ts`)).toEqual([AT.getTime() / 1000]);
      expect(new Map(Object.entries(online.statuses[0]!)).get(number!)).toBe('PRESENT');

      await lab.api.start({
        modelUri: `models:/${model}/1`,
        features,
        joinKey: key!,
        onMissing: 'impute',
      });
      const post = (body: object) => lab.fetch('/predict', { method: 'POST', body: JSON.stringify(body) });
      expect((await post(named([[key!, '3']]))).status).toBe(200);
      await lab.faults.inject({ kind: 'null-feature', feature: `${view}:${number}` });
      const imputed = (await (await post(named([[key!, '3']]))).json()) as { features: object };
      expect(new Map(Object.entries(imputed.features)).get(number!)).toMatchObject({
        value: 3,
        source: 'imputed',
      });
      expect(await (await post({})).json()).toMatchObject({ detail: [{ type: 'missing' }] });
      const [request] = await lab.api.requests();
      expect(Object.keys(request!.features)).toEqual(names);
      expect(lab.data.expect(rows).validate().success).toBe(true);
      expect(Object.hasOwn(Object.prototype, 'loot')).toBe(false);
    }),
    { numRuns: 12, seed: 1 },
  );
});

it.each(NAMES)('makes a DataFrame with a column named %s, and reads it back', async (name) => {
  const lab = await openLab();
  await lab.data.importTable(
    'cars',
    [
      named([
        ['at', AT],
        [name, 1.5],
      ]),
    ],
    { timestampField: 'at' },
  );
  const df = (await lab.data.snapshot('cars', { asOf: AT })).toDf();
  await lab.data.importTable('copy', df as never, { timestampField: 'at' });
  expect((await lab.data.snapshot('copy', { asOf: AT })).column(name)).toEqual([1.5]);
});

/** An object with these members as its own, whatever their names. */
function named(members: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(members);
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
