import { expect, it } from 'vitest';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';

it('is called as its table, and knows no creation time unless it is told', () => {
  expect(new SnapshotSource({ table: 'usage', timestampField: 'as_of' }).toDefinition()).toEqual({
    name: 'usage',
    table: 'usage',
    timestampField: 'as_of',
    createdTimestampColumn: null,
    fieldMapping: {},
  });
  const empty = new SnapshotSource({ table: 'usage', timestampField: 'as_of', createdTimestampColumn: '' });
  expect(empty.createdTimestampColumn).toBeNull();
});

it('keeps its mapping when the object it was given changes', () => {
  const fieldMapping: Record<string, string> = { hrs: 'hours' };
  const source = new SnapshotSource({ table: 'usage', timestampField: 'as_of', fieldMapping });
  fieldMapping.x = 'y';
  expect(source.fieldMapping).toEqual({ hrs: 'hours' });
});

it.each([
  [{ table: 'usage' }, "new SnapshotSource lacks 'timestampField'"],
  [{ table: '', timestampField: 'as_of' }, "'' cannot name a source's table"],
  [{ table: 'usage', timestampField: 5 }, 'the name of the timestamp field of a source is 5'],
  [
    { table: 'usage', timestampField: 'as_of', createdTimestampColumn: 3 },
    'the name of the created timestamp column of a source is 3',
  ],
  [
    { table: 'usage', timestampField: 'as_of', fieldMapping: 'hrs' },
    "the field mapping of source 'usage' is 'hrs'",
  ],
  [
    { table: 'usage', timestampField: 'as_of', fieldMapping: { hrs: 3 } },
    'the field mapping of source \'usage\' is {"hrs":3}',
  ],
  [
    { table: 'usage', timestampField: 'as_of', fieldMapping: new Map([['hrs', 'hours']]) },
    "the field mapping of source 'usage' is {}",
  ],
  [
    { table: 'usage', timestampField: 'as_of', fieldMapping: { a: 'hours', b: 'hours' } },
    "source 'usage' maps two columns to 'hours'",
  ],
])('refuses %j', (options, message) => {
  expect(() => new SnapshotSource(options as never)).toThrow(
    expect.objectContaining({ message, hint: expect.stringMatching(/./) }),
  );
});
