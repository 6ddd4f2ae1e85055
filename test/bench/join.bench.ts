import { fileURLToPath } from 'node:url';
import { days } from '../../src/core/features/durations.ts';
import { Entity } from '../../src/core/features/entity.ts';
import { FeatureView } from '../../src/core/features/feature-view.ts';
import {
  getHistoricalFeatures,
  type HistoricalFeatures,
} from '../../src/core/features/historical-features.ts';
import { SnapshotSource } from '../../src/core/features/snapshot-source.ts';
import type { Column } from '../../src/core/table/column.ts';
import { createTable, type Table } from '../../src/core/table/table.ts';
import { take } from '../../src/core/table/take.ts';
import { tableReader } from '../core/features/feature-tables.ts';
import type { BenchRow } from './bench-row.ts';
import { startPython } from './python-server.ts';
import { median } from './quantiles.ts';

const SCRIPT = fileURLToPath(new URL('python/join_bench.py', import.meta.url));

interface Case {
  readonly name: string;
  /** What `python/join_bench.py` calls it. */
  readonly reference: string;
  readonly target: number;
  readonly note: string;
  readonly make: (shuffled: boolean) => JoinInput;
  readonly repeats: number;
}

interface JoinInput {
  readonly entityDf: Table;
  readonly views: readonly FeatureView[];
  readonly tables: Readonly<Record<string, Table>>;
}

const CASES: readonly Case[] = [
  {
    name: 'join 84,516 rows with 4 views of 84,516, lineage kept',
    reference: 'course',
    target: 0.35,
    note: 'rows in order of as_of; pandas sorts each view by created within as_of',
    make: courseJoin,
    repeats: 7,
  },
  {
    name: 'the same, rows shuffled',
    reference: 'course-shuffled',
    target: 0.35,
    note: 'both sides sort by time and restore the order of the entity rows',
    make: courseJoin,
    repeats: 7,
  },
  {
    name: 'join 1,000,000 rows with a view of 10,000,000',
    reference: 'big',
    target: 0.5,
    note: 'both inputs in order of time: nothing to sort',
    make: bigJoin,
    repeats: 5,
  },
  {
    name: 'the same, rows shuffled',
    reference: 'big-shuffled',
    target: 0.5,
    note: 'both sides sort by time and restore the order of the entity rows',
    make: bigJoin,
    repeats: 5,
  },
];

/** Point-in-time joins against `pandas.merge_asof` on inputs drawn alike, run by turns; medians. */
export async function benchJoin(python: string | null): Promise<BenchRow[]> {
  const pandas = python === null ? null : startPython(python, SCRIPT);
  const version = (await pandas?.ask('version')) ?? '(absent)';
  const rows: BenchRow[] = [];
  for (const { name, reference, target, note, make, repeats } of CASES) {
    const input = make(reference.endsWith('-shuffled'));
    await join(input);
    await pandas?.ask(reference);
    const ours: number[] = [];
    const theirs: number[] = [];
    let peak = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const start = performance.now();
      const result = await join(input);
      ours.push(performance.now() - start);
      peak = Math.max(peak, process.memoryUsage().rss);
      requireLineage(result);
      if (pandas !== null) theirs.push(Number(await pandas.ask(reference)));
    }
    const referenceMs = pandas === null ? null : median(theirs);
    const oursMs = median(ours);
    rows.push({
      name,
      oursMs,
      referenceMs,
      ratio: referenceMs === null ? null : oursMs / referenceMs,
      target,
      note: `pandas ${version} merge_asof; ${note}; ${Math.round(peak / 1e6)} MB resident`,
    });
  }
  pandas?.close();
  return rows;
}

function join({ entityDf, views, tables }: JoinInput): Promise<HistoricalFeatures> {
  return getHistoricalFeatures(
    { views: new Map(views.map((view) => [view.name, view.toDefinition()])), tables: tableReader(tables) },
    { entityDf, features: views },
  );
}

/** The months of the shipped dataset: 7,043 customers at 12 month ends, rows landing some days later. */
function courseJoin(shuffled: boolean): JoinInput {
  const random = uniform(1);
  const nUsers = 7043;
  const nRows = 12 * nUsers;
  const dictionary = Array.from(
    { length: nUsers },
    (_, n) => `${String(n).padStart(4, '0')}-${(n * 7919) % 17576}`,
  );
  const users: Column = {
    dtype: 'string',
    values: Int32Array.from({ length: nRows }, (_, row) => row % nUsers),
    dictionary,
    nulls: null,
  };
  const asOf = Float64Array.from(
    { length: nRows },
    (_, row) => Date.UTC(2023, 2, 31) + days(30) * Math.floor(row / nUsers),
  );
  const numbers = (draw: () => number): Column => ({
    dtype: 'float64',
    values: Float64Array.from({ length: nRows }, draw),
    nulls: null,
  });
  const views: FeatureView[] = [];
  const tables: Record<string, Table> = {};
  for (let number = 0; number < 4; number++) {
    const name = `view${number}`;
    const table = createTable([
      ['user_id', users],
      ['as_of', { dtype: 'timestamp', values: asOf, nulls: null }],
      [
        'created',
        {
          dtype: 'timestamp',
          values: asOf.map((time) => time + days(1 + Math.floor(random() * 19))),
          nulls: null,
        },
      ],
      [`a${number}`, numbers(random)],
      [`b${number}`, numbers(random)],
      [`c${number}`, numbers(() => Math.floor(random() * 50))],
    ]);
    tables[name] = shuffled ? shuffle(table, random) : table;
    views.push(
      new FeatureView({
        name,
        entities: [new Entity({ name: 'user', joinKeys: ['user_id'] })],
        ttl: days(45),
        schema: [
          { name: 'user_id', dtype: 'string' },
          ...['a', 'b', 'c'].map((letter) => ({ name: `${letter}${number}`, dtype: 'float64' as const })),
        ],
        source: new SnapshotSource({
          table: name,
          timestampField: 'as_of',
          createdTimestampColumn: 'created',
        }),
      }),
    );
  }
  const entityDf = createTable([
    ['user_id', users],
    ['event_timestamp', { dtype: 'timestamp', values: asOf, nulls: null }],
  ]);
  return { entityDf: shuffled ? shuffle(entityDf, random) : entityDf, views, tables };
}

function bigJoin(shuffled: boolean): JoinInput {
  const random = uniform(1);
  const [nEntity, nSource, nKeys] = [1_000_000, 10_000_000, 1_000_000];
  const keys = (n: number): Column => ({
    dtype: 'int64',
    values: Float64Array.from({ length: n }, () => Math.floor(random() * nKeys)),
    nulls: null,
  });
  const instants = (n: number): Column => ({
    dtype: 'timestamp',
    values: Float64Array.from({ length: n }, () => Math.floor(1.7e12 + random() * 3e10)).sort(),
    nulls: null,
  });
  const entityDf = createTable([
    ['key', keys(nEntity)],
    ['event_timestamp', instants(nEntity)],
  ]);
  const source = createTable([
    ['key', keys(nSource)],
    ['ts', instants(nSource)],
    ['value', { dtype: 'float64', values: Float64Array.from({ length: nSource }, random), nulls: null }],
  ]);
  const view = new FeatureView({
    name: 'big',
    entities: [new Entity({ name: 'key' })],
    schema: [
      { name: 'key', dtype: 'int64' },
      { name: 'value', dtype: 'float64' },
    ],
    source: new SnapshotSource({ table: 'big', timestampField: 'ts' }),
  });
  return {
    entityDf: shuffled ? shuffle(entityDf, random) : entityDf,
    views: [view],
    tables: { big: shuffled ? shuffle(source, random) : source },
  };
}

function shuffle(table: Table, random: () => number): Table {
  const positions = Int32Array.from({ length: table.nRows }, (_, row) => row);
  for (let row = positions.length - 1; row > 0; row--) {
    const other = Math.floor(random() * (row + 1));
    [positions[row], positions[other]] = [positions[other] as number, positions[row] as number];
  }
  return take(table, positions);
}

/** Every output row must know its source row, so that lineage is part of what is timed. */
function requireLineage({ views, table }: HistoricalFeatures): void {
  if (views.some(({ rows }) => rows.length !== table.nRows)) throw new Error('a row lost its lineage');
}

/** A seeded generator of numbers in [0, 1): xorshift32. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
