import { describe, expect, it } from 'vitest';
import { featureKeyPaths } from '../../src/core/features/collections.ts';
import { Entity } from '../../src/core/features/entity.ts';
import { FeatureView } from '../../src/core/features/feature-view.ts';
import type { FieldDtype } from '../../src/core/features/field.ts';
import { getHistoricalFeatures, type JoinModeName } from '../../src/core/features/historical-features.ts';
import { SnapshotSource } from '../../src/core/features/snapshot-source.ts';
import { createFeatureStore, type FeatureStore } from '../../src/core/features/store.ts';
import { fromRows } from '../../src/core/table/from-rows.ts';
import type { Table } from '../../src/core/table/table.ts';
import { toRows } from '../../src/core/table/to-rows.ts';
import { createMemoryDatabase } from '../../src/storage/memory-database.ts';
import { bruteForceMatch } from '../core/features/brute-force-join.ts';
import { tableReader } from '../core/features/feature-tables.ts';
import { readVectors } from './read-vectors.ts';

type Key = number | string;

interface View {
  readonly name: string;
  readonly keys: readonly string[];
  readonly text: boolean;
  readonly ttl: number;
  readonly hasCreated: boolean;
  /** Keys…, event step, creation step, nullable value. */
  readonly rows: readonly (readonly (Key | null)[])[];
}

interface Join {
  readonly keys: readonly string[];
  /** Keys…, step. */
  readonly frame: readonly (readonly (Key | null)[])[];
  readonly views: readonly View[];
  readonly localStore: Rows;
  readonly sqlStore: Rows;
}

/** Entity row, then `p` and `v` per view. */
type Rows = readonly (readonly (number | null)[])[];

type Step =
  | { readonly do: 'materialize'; readonly now: number; readonly start: number; readonly end: number }
  | { readonly do: 'incremental'; readonly now: number; readonly end: number }
  | { readonly do: 'read'; readonly now: number; readonly entities: readonly Record<string, number>[] };

type Answer = Readonly<Record<string, readonly (readonly (number | null)[])[]>>;

interface Script {
  readonly views: readonly View[];
  readonly steps: readonly Step[];
  readonly answers: readonly Answer[];
}

interface Vectors {
  readonly joins: readonly Join[];
  readonly online: readonly Script[];
}

const BASE = Date.UTC(2024, 0, 1);
const STEP_MS = 250;
const { joins, online } = await readVectors<Vectors>('point-in-time.json');

describe('Feast 0.56 on 300 random joins', () => {
  it("loses and collapses the same rows in mode 'local-store' as its local store", async () => {
    for (const [i, join] of joins.entries()) {
      expect(await run(join, 'local-store'), `join ${i}`).toEqual(join.localStore);
    }
  });

  it("multiplies and mixes up the same rows in mode 'sql-store' as its Postgres template", async () => {
    for (const [i, join] of joins.entries()) {
      expect(await run(join, 'sql-store'), `join ${i}`).toEqual(join.sqlStore);
    }
  });

  it("equals the brute-force join in mode 'lab'", async () => {
    for (const [i, join] of joins.entries()) {
      expect(await run(join, 'lab'), `join ${i}`).toEqual(bruteForce(join));
    }
  });

  it('agrees with the brute-force join wherever both of its stores agree with each other', () => {
    const agreed = joins.filter(
      ({ localStore, sqlStore }) => JSON.stringify(localStore) === JSON.stringify(sqlStore),
    );
    expect(agreed.length).toBeGreaterThan(50);
    for (const join of agreed) expect(bruteForce(join)).toEqual(join.sqlStore);
  });

  it('was drawn so that rows get lost, collapse, multiply and mix', () => {
    const nRows = ({ frame }: Join): number => frame.length;
    expect(joins.filter((join) => join.localStore.length < nRows(join)).length).toBeGreaterThan(50);
    expect(joins.filter((join) => join.sqlStore.length > nRows(join)).length).toBeGreaterThan(20);
  });
});

describe('Feast 0.56 on 40 random scripts of materializations and online reads', () => {
  it('records the same intervals and answers with the same values, statuses and event times', async () => {
    for (const [i, script] of online.entries()) {
      expect(await replay(script), `script ${i}`).toEqual(script.answers);
    }
  });
});

async function run(join: Join, as: JoinModeName): Promise<Rows> {
  const { table } = await getHistoricalFeatures(
    {
      views: new Map(join.views.map((view) => [view.name, viewOf(view).toDefinition()])),
      tables: tableReader(Object.fromEntries(join.views.map((view) => [view.name, tableOf(view)]))),
    },
    {
      entityDf: frameOf(join),
      features: join.views.flatMap(({ name }) => [`${name}:p`, `${name}:v`]),
      fullFeatureNames: true,
      as,
    },
  );
  const columns = ['row', ...join.views.flatMap(({ name }) => [`${name}__p`, `${name}__v`])];
  return sorted(toRows(table).map((row) => columns.map((column) => row[column] as number | null)));
}

function bruteForce({ keys, frame, views }: Join): Rows {
  return frame.map((entity, row) => [
    row,
    ...views.flatMap((view) => {
      const source = view.rows.map((cells) => ({
        keys: cells.slice(0, -3),
        time: cells.at(-3) as number,
        created: view.hasCreated ? (cells.at(-2) as number) : 0,
      }));
      const asked = {
        keys: view.keys.map((key) => entity[keys.indexOf(key)]),
        time: entity.at(-1) as number,
      };
      const match = bruteForceMatch(asked, source, view.ttl);
      return match.row < 0 ? [null, null] : [match.row, view.rows[match.row]?.at(-1) as number | null];
    }),
  ]);
}

async function replay(script: Script): Promise<readonly Answer[]> {
  let now = 0;
  const store = createFeatureStore({
    database: createMemoryDatabase(featureKeyPaths),
    tables: tableReader(Object.fromEntries(script.views.map((view) => [view.name, tableOf(view)]))),
    clock: { now: () => timeOf(now) },
  });
  await store.apply([...entitiesOf(script.views), ...script.views.map(viewOf)]);
  const answers: Answer[] = [];
  for (const step of script.steps) {
    now = step.now;
    answers.push(await take(step, store, script.views));
  }
  return answers;
}

async function take(step: Step, store: FeatureStore, views: readonly View[]): Promise<Answer> {
  if (step.do === 'read') return read(step.entities, store, views);
  const end = timeOf(step.end);
  if (step.do === 'materialize') await store.materialize(timeOf(step.start), end);
  else await store.materializeIncremental(end);
  return Object.fromEntries(
    await Promise.all(
      views.map(async ({ name }) => {
        const intervals = await store.materializationIntervals(name);
        return [name, intervals.map((interval) => interval.map((ms) => (ms - BASE) / STEP_MS))];
      }),
    ),
  );
}

async function read(
  entityRows: readonly Record<string, number>[],
  store: FeatureStore,
  views: readonly View[],
): Promise<Answer> {
  const features = views.flatMap(({ name }) => [`${name}:p`, `${name}:v`]);
  const answer = await store.getOnlineFeatures({ features, entityRows, fullFeatureNames: true });
  const lists = answer.toDict({ includeEventTimestamps: true });
  const names = views.flatMap(({ name }) => [`${name}__p`, `${name}__v`]);
  const codes: Record<string, number> = { PRESENT: 1, NOT_FOUND: 3 };
  return Object.fromEntries(
    names.map((name) => [
      name,
      [
        lists[name] as (number | null)[],
        lists[`${name}__ts`] as number[],
        answer.statuses.map((statuses) => codes[statuses[name] as string] as number),
      ],
    ]),
  );
}

function viewOf(view: View): FeatureView {
  const dtype = keyDtype(view);
  return new FeatureView({
    name: view.name,
    entities: entitiesOf([view]),
    ttl: view.ttl * STEP_MS,
    schema: [
      ...view.keys.map((name) => ({ name, dtype })),
      { name: 'p', dtype: 'int64' },
      { name: 'v', dtype: 'int64' },
    ],
    source: new SnapshotSource({
      table: view.name,
      timestampField: 'ts',
      createdTimestampColumn: view.hasCreated ? 'created' : null,
    }),
  });
}

function entitiesOf(views: readonly View[]): readonly Entity[] {
  const keys = new Set(views.flatMap((view) => view.keys));
  return [...keys].map((key) => new Entity({ name: `entity_${key}`, joinKeys: [key] }));
}

function tableOf(view: View): Table {
  const dtype = keyDtype(view);
  const keys = Object.fromEntries(view.keys.map((key) => [key, dtype]));
  return fromRows(
    view.rows.map((cells, p) => ({
      ...Object.fromEntries(view.keys.map((key, k) => [key, cells[k]])),
      ts: timeOf(cells.at(-3) as number),
      created: timeOf(cells.at(-2) as number),
      v: cells.at(-1),
      p,
    })),
    { dtypes: { ...keys, ts: 'timestamp', created: 'timestamp', v: 'int64', p: 'int64' } },
  );
}

function frameOf({ keys, frame }: Join): Table {
  return fromRows(
    frame.map((cells, row) => ({
      ...Object.fromEntries(keys.map((key, k) => [key, cells[k]])),
      event_timestamp: timeOf(cells.at(-1) as number),
      row,
    })),
    { dtypes: { event_timestamp: 'timestamp' } },
  );
}

function keyDtype({ text }: View): FieldDtype {
  return text ? 'string' : 'int64';
}

function timeOf(step: number): number {
  return BASE + step * STEP_MS;
}

function sorted(rows: Rows): Rows {
  const rank = (value: number | null | undefined): number => value ?? -1;
  return [...rows].sort((a, b) => {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at < 0 ? 0 : rank(a[at]) - rank(b[at]);
  });
}
