import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseDriftMethod, type DriftMethod, scoreDrift } from '../../src/core/monitoring/drift-method.ts';
import { driftReport } from '../../src/core/monitoring/drift-report.ts';
import { countPairs } from '../../src/core/monitoring/paired-counts.ts';
import type { Column } from '../../src/core/table/column.ts';
import { columnFromCells, fromRows } from '../../src/core/table/from-rows.ts';
import { createTable } from '../../src/core/table/table.ts';

interface Recipe {
  readonly seed: number;
  readonly nRows: number;
  readonly nDistinct: number;
  readonly power: number;
  readonly scale: number;
  readonly shift: number;
  readonly nullEvery: number;
}

interface Score {
  readonly method: DriftMethod;
  readonly score: number;
  readonly threshold: number;
  readonly drifted: boolean;
}

interface Case extends Score {
  readonly kind: 'numerical' | 'categorical';
  readonly reference: Recipe;
  readonly current: Recipe;
  readonly forced: DriftMethod | null;
}

const vectors = JSON.parse(readFileSync(new URL('vectors/drift.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
  readonly dataset: {
    readonly columns: Readonly<Record<string, { reference: Recipe; current: Recipe }>>;
    readonly categorical: readonly string[];
    readonly value: { readonly count: number; readonly share: number };
  };
  readonly course: Readonly<Record<string, Score>>;
};

describe('scores equal Evidently 0.7.15', () => {
  test.each(vectors.cases.map((vector, number) => [number, vector] as const))(
    'case %i',
    (_number, vector) => {
      const pair = [drawColumn(vector.reference), drawColumn(vector.current)] as const;
      const counts = countPairs(...pair);
      const method = vector.forced ?? chooseDriftMethod(vector.kind, counts);
      const wholeNumbers = pair.every(({ dtype, nulls }) => dtype === 'int64' && nulls === null);
      const drift = scoreDrift(counts, method, { kind: vector.kind, wholeNumbers });
      expect({ ...drift, score: 0 }).toEqual({
        method: vector.method,
        score: 0,
        threshold: vector.threshold,
        drifted: vector.drifted,
      });
      // Above 10,000 rows scipy itself approximates (Pelz and Good's series); ours is the exact distribution.
      const tolerance = method === 'ks' && counts.nCurrent > 10_000 ? 1e-6 : 1e-10 + 1e-9 * vector.score;
      expect(Math.abs(drift.score - vector.score)).toBeLessThanOrEqual(tolerance);
    },
  );

  test('the count and share of a whole dataset', () => {
    const { columns, categorical, value } = vectors.dataset;
    const [reference, current] = (['reference', 'current'] as const).map((side) =>
      createTable(Object.entries(columns).map(([name, pair]) => [name, drawColumn(pair[side])] as const)),
    );
    const report = driftReport(reference!, current!, { categorical });
    expect({ count: report.nDrifted, share: report.share }).toEqual(value);
  });
});

const courseData = new URL('../../../shared/course-data/', import.meta.url);
const hasCourseData = existsSync(courseData);
if (!hasCourseData) console.log("skipped: the course's months are not beside the project");

test.skipIf(!hasCourseData)("the course's January against February", () => {
  const [reference, current] = [0, 1].map((month) => {
    const names = ['subscriptions', 'usage_agg_30d', 'payments_agg_90d', 'support_agg_90d'];
    return createTable(names.flatMap((name) => readCsv(`month_00${month}/${name}.csv`)));
  });
  const columns = Object.keys(vectors.course);
  const numerical = columns.filter((name) => reference!.columns.get(name)?.values instanceof Float64Array);
  const report = driftReport(reference!, current!, { columns, numerical });
  for (const { column, score, method } of report.columns) {
    expect([column, method]).toEqual([column, vectors.course[column]!.method]);
    expect(score).toBeCloseTo(vectors.course[column]!.score, 12);
  }
  expect(report.columns.filter(({ drifted }) => drifted).map(({ column }) => column)).toEqual([
    'rebuffer_events_7d',
  ]);
});

/** The generator of drift_vectors.py. */
function drawColumn(recipe: Recipe): Column {
  let state = recipe.seed;
  const cells = Array.from({ length: recipe.nRows }, (_, row) => {
    state = (state * 48271) % 2147483647;
    let u = state / 2147483647;
    for (let power = 1; power < recipe.power; power++) u *= state / 2147483647;
    const value = Math.floor(u * recipe.nDistinct) * recipe.scale + recipe.shift;
    return recipe.nullEvery > 0 && row % recipe.nullEvery === 0 ? null : value;
  });
  return columnFromCells(cells);
}

/** The columns of one of the course's files but for the user; no field of these files is quoted. */
function readCsv(path: string): [string, Column][] {
  const [header, ...lines] = readFileSync(new URL(path, courseData), 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  const rows = lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, position) => [name, parseField(fields[position]!)]));
  });
  return [...fromRows(rows).columns].filter(([name]) => name !== 'user_id');
}

function parseField(field: string): string | number | boolean | null {
  if (field === '') return null;
  if (field === 'True' || field === 'False') return field === 'True';
  return Number.isNaN(Number(field)) ? field : Number(field);
}
