import { describe, expect, it } from 'vitest';
import { days } from '../../../src/core/features/durations.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView, type FeatureViewOptions } from '../../../src/core/features/feature-view.ts';
import { Field } from '../../../src/core/features/field.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';

const user = new Entity({ name: 'user', joinKeys: ['user_id'] });
const source = new SnapshotSource({ table: 'usage_agg_30d', timestampField: 'as_of' });
const hoursField = new Field({ name: 'watch_hours_30d', dtype: 'float64' });

function view(options: Partial<FeatureViewOptions> = {}): FeatureView {
  return new FeatureView({ name: 'usage', entities: [user], schema: [hoursField], source, ...options });
}

describe('an entity', () => {
  it('is joined on its own name unless told otherwise', () => {
    expect(new Entity({ name: 'user_id' }).joinKeys).toEqual(['user_id']);
  });

  it.each([
    [{ name: '' }, "'' cannot name an entity"],
    [{ name: 'a:b' }, "'a:b' cannot name an entity"],
    [{ name: 'a', joinKeys: [] }, "entity 'a' has no join key"],
    [{ name: 'a', joinKeys: ['k', 'k'] }, "entity 'a' names a join key twice"],
  ])('refuses %o', (options, message) => {
    expect(() => new Entity(options)).toThrow(
      expect.objectContaining({ name: 'ValueError', message, hint: expect.stringMatching(/.+/) }),
    );
  });
});

it.each<[string, () => unknown, string, string]>([
  [
    'a join key alone, which would be read letter by letter',
    () => new Entity({ name: 'user', joinKeys: 'user_id' as unknown as string[] }),
    "the join keys of entity 'user' are 'user_id'",
    "give a list of names, for example ['user_id']",
  ],
  [
    'a misspelt option of an entity',
    () => new Entity({ name: 'user', joinKey: ['user_id'] } as unknown as { name: string }),
    "new Entity has no option 'joinKey'",
    "did you mean 'joinKeys'?",
  ],
  [
    'a field without a type',
    () => new Field({ name: 'x' } as Field),
    "new Field lacks 'dtype'",
    'give it by name: { name, dtype }',
  ],
  [
    'a source without a timestamp field',
    () => new SnapshotSource({ table: 'users' } as SnapshotSource),
    "new SnapshotSource lacks 'timestampField'",
    'give it by name: { table, timestampField, name, createdTimestampColumn, fieldMapping }',
  ],
  [
    'a misspelt option of a view',
    () => view({ tll: 1 } as Partial<FeatureViewOptions>),
    "new FeatureView has no option 'tll'",
    "did you mean 'ttl'?",
  ],
  [
    'a text for a yes or no',
    () => view({ online: 'no' as unknown as boolean }),
    "online of feature view 'usage' is 'no'",
    'give true or false',
  ],
  [
    'one field where a list belongs',
    () => view({ schema: hoursField as unknown as Field[] }),
    'schema of feature view \'usage\' is {"name":"watch_hours_30d","dtype":"float64"}',
    'give a list, in square brackets',
  ],
])('a TypeError tells of %s', (_what, make, message, hint) => {
  expect(make).toThrow(expect.objectContaining({ name: 'TypeError', message, hint }));
});

describe('a field', () => {
  it('refuses a type that no feature has, naming the nearest', () => {
    expect(() => new Field({ name: 'x', dtype: 'int6' as 'int64' })).toThrow(
      expect.objectContaining({
        name: 'ValueError',
        message: "field 'x' has the unknown type 'int6'",
        hint: "did you mean 'int64'?",
      }),
    );
  });
});

describe('a source', () => {
  it('refuses two columns mapped to one name', () => {
    const options = { table: 't', timestampField: 'ts', fieldMapping: { a: 'x', b: 'x' } };
    expect(() => new SnapshotSource(options)).toThrow(
      expect.objectContaining({ name: 'ValueError', message: "source 't' maps two columns to 'x'" }),
    );
  });
});

describe('a feature view', () => {
  it('lives for ever by default, with null as with 0', () => {
    expect([view().ttl, view({ ttl: null }).ttl, view({ ttl: days(1) }).ttl]).toEqual([0, 0, 86_400_000]);
  });

  it('counts declared join keys not among its features', () => {
    const schema = [new Field({ name: 'user_id', dtype: 'string' }), hoursField];
    expect(view({ schema }).features.map(({ name }) => name)).toEqual(['watch_hours_30d']);
  });

  it('comes back equal from the plain value it is stored as', () => {
    const definition = view({ ttl: days(45), description: 'hours' }).toDefinition();
    const copy = new FeatureView(structuredClone(definition));
    expect(copy.toDefinition()).toEqual(definition);
    expect(copy.ttl).toBe(days(45));
  });

  it('keeps the applied name and its own when renamed, and maps keys on the way', () => {
    const renamed = view().withName('other').withName('referrer').withJoinKeyMap({ user_id: 'referrer_id' });
    expect(renamed.toDefinition()).toMatchObject({
      name: 'referrer',
      aliasOf: 'usage',
      joinKeyMap: { user_id: 'referrer_id' },
    });
  });

  it.each<[string, () => FeatureView, string, string]>([
    [
      'a map of what is no join key',
      () => view().withJoinKeyMap({ x: 'y' }),
      'ValueError',
      "'x' is no join key of feature view 'usage'",
    ],
    ['a negative ttl', () => view({ ttl: -1 }), 'ValueError', "the ttl of feature view 'usage' is -1"],
    [
      'no feature',
      () => view({ schema: [new Field({ name: 'user_id', dtype: 'string' })] }),
      'ValueError',
      "feature view 'usage' has no feature",
    ],
    [
      'a field declared twice',
      () => view({ schema: [hoursField, hoursField] }),
      'ValueError',
      "feature view 'usage' declares 'watch_hours_30d' twice",
    ],
    [
      'entities that share a join key',
      () => view({ entities: [user, new Entity({ name: 'viewer', joinKeys: ['user_id'] })] }),
      'ValueError',
      "feature view 'usage' has entities that share a join key",
    ],
    [
      "a field under the source's own name (P26)",
      () =>
        view({
          source: new SnapshotSource({
            table: 't',
            timestampField: 'ts',
            fieldMapping: { watch_hours_30d: 'hours' },
          }),
        }),
      'ValueError',
      "field 'watch_hours_30d' of feature view 'usage' is mapped to 'hours' by its source",
    ],
    [
      'an entity given by name',
      () => view({ entities: ['user' as unknown as Entity] }),
      'TypeError',
      "feature view 'usage' lists the entity 'user'",
    ],
    [
      'a source given by name',
      () => view({ source: 'usage' as unknown as SnapshotSource }),
      'TypeError',
      "the source of feature view 'usage' is 'usage'",
    ],
  ])('refuses %s', (_what, make, name, message) => {
    expect(make).toThrow(expect.objectContaining({ name, message, hint: expect.stringMatching(/.+/) }));
  });
});
