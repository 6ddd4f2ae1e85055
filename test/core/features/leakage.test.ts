import { describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView } from '../../../src/core/features/feature-view.ts';
import { getHistoricalFeatures, type JoinModeName } from '../../../src/core/features/historical-features.ts';
import { findLeakage, type TrainingSet } from '../../../src/core/features/leakage.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import { tableReader } from './feature-tables.ts';

function day(n: number): Date {
  return new Date(Date.UTC(2024, 0, n));
}

const ENTITIES: readonly Row[] = [
  { user_id: 1, event_timestamp: day(31), churn: true, known_at: day(60) },
  { user_id: 2, event_timestamp: day(31), churn: false, known_at: day(60) },
  { user_id: 3, event_timestamp: day(31), churn: false, known_at: day(99) },
];

/** Findings for features x and y of users 1, 2 and 3. */
async function findings(
  x: readonly (number | string | boolean | null)[],
  options: Partial<TrainingSet> & { readonly as?: JoinModeName; readonly rows?: readonly Row[] } = {},
) {
  const { as = 'lab', rows, ...training } = options;
  const source =
    rows ?? x.map((value, i) => ({ user_id: i + 1, as_of: day(30), created: day(31), x: value, y: i }));
  const table = fromRows(source);
  const view = new FeatureView({
    name: 'usage',
    entities: [new Entity({ name: 'user', joinKeys: ['user_id'] })],
    schema: (['x', 'y'] as const).map((name) => ({
      name,
      dtype: table.columns.get(name)?.dtype as 'int64',
    })),
    source: new SnapshotSource({
      table: 'usage',
      timestampField: 'as_of',
      createdTimestampColumn: 'created',
    }),
  });
  const joined = await getHistoricalFeatures(
    { views: new Map([['usage', view.toDefinition()]]), tables: tableReader({ usage: table }) },
    { entityDf: fromRows(ENTITIES), features: ['usage:x', 'usage:y'], as },
  );
  return findLeakage({ joined, labelColumn: 'churn', ...training });
}

describe('a training set', () => {
  it('without any leak gives no finding', async () => {
    expect(await findings([1, 2, 1], { labelHorizonMs: days(30), trainedAtMs: day(61).getTime() })).toEqual(
      [],
    );
  });

  it('uses rows that landed after their instant', async () => {
    const rows = [1, 2, 3].map((n) => ({ user_id: n, as_of: day(30), created: day(30 + n), x: n % 2, y: n }));
    expect(await findings([], { rows })).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'landed-after-instant', row: 2, value: [2, 3] }),
    ]);
  });

  it('joined on the latest row holds values of the future', async () => {
    const rows = [1, 2, 3].map((n) => ({
      user_id: n,
      as_of: day(29 + n),
      created: day(29 + n),
      x: n % 2,
      y: n,
    }));
    expect(await findings([], { rows, as: 'naive' })).toEqual([
      expect.objectContaining({ severity: 'error', code: 'value-from-the-future', row: 3 }),
      expect.objectContaining({ code: 'landed-after-instant', row: 3 }),
    ]);
  });

  it.each<[string, readonly (number | string | boolean)[]]>([
    ['the label itself', [true, false, false]],
    ['the label as numbers', [1, 0, 0]],
    ['the label under other names', ['gone', 'here', 'here']],
    ['the opposite of the label', [0, 1, 1]],
  ])('holds a feature that is %s', async (_what, x) => {
    expect(await findings(x)).toEqual([
      expect.objectContaining({ severity: 'error', code: 'feature-equals-label', column: 'x' }),
    ]);
  });

  it('holds a feature that takes the label in but tells more apart', async () => {
    expect(await findings([5, 1, 2])).toEqual([]);
  });

  it('lists the label among its features', async () => {
    expect(await findings([1, 2, 1], { featureColumns: ['x', 'churn'] })).toEqual([
      expect.objectContaining({ severity: 'error', code: 'label-among-features', column: 'churn' }),
    ]);
  });

  it('holds a feature with one value, or none', async () => {
    expect(await findings([7, 7, 7])).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'constant-feature', column: 'x', value: 7 }),
    ]);
    expect(await findings([null, null, null])).toEqual([
      expect.objectContaining({ code: 'constant-feature', column: 'x', value: null }),
    ]);
  });

  it('has labels whose horizon is not over', async () => {
    const trainedAtMs = day(60).getTime();
    const [finding] = await findings([1, 2, 1], { labelHorizonMs: days(90), trainedAtMs });
    expect(finding).toMatchObject({ code: 'label-not-settled', row: 1, value: [1, 2, 3], column: 'churn' });
  });

  it('has labels that were not known yet', async () => {
    const [finding] = await findings([1, 2, 1], {
      labelKnownAtColumn: 'known_at',
      trainedAtMs: day(60).getTime(),
    });
    expect(finding).toMatchObject({ severity: 'error', code: 'label-not-settled', value: [3] });
  });
});

it('cannot judge labels without the instant of training', async () => {
  await expect(findings([1, 2, 1], { labelHorizonMs: days(90) })).rejects.toMatchObject({
    name: 'ValueError',
    message: 'trainedAtMs is undefined',
  });
});

it('does not know a label column that is not there', async () => {
  await expect(findings([1, 2, 1], { labelColumn: 'chum' })).rejects.toMatchObject({
    name: 'KeyError',
    hint: "did you mean 'churn'?",
  });
});
