import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSameKeys } from '../../../src/core/snapshots/check-same-keys.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

const fileOf = (name: string, users: readonly string[]) => ({
  file: `${name}.csv`,
  schema: { name, joinKeys: ['user'], columns: [] },
  table: fromRows(
    users.map((user) => ({ user })),
    { dtypes: { user: 'string' } },
  ),
});

it('finds exactly the customers that one table has and the first lacks, and the other way round', () => {
  const users = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 });
  fc.assert(
    fc.property(users, users, (first, second) => {
      const problems = checkSameKeys([fileOf('users', first), fileOf('usage', second)]);
      const found = problems.map(({ file, value, row }) => `${file} ${value} ${row}`);
      const expected = [
        ...second.flatMap((user, row) => (first.includes(user) ? [] : [`usage.csv ${user} ${row + 1}`])),
        ...first.flatMap((user, row) => (second.includes(user) ? [] : [`users.csv ${user} ${row + 1}`])),
      ];
      expect(found).toEqual(expected);
    }),
  );
});

it('counts what comes after the first hundred', () => {
  const many = Array.from({ length: 103 }, (_, i) => `u${i}`);
  const problems = checkSameKeys([fileOf('users', []), fileOf('usage', many)]);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe('3 more of usage are not in users');
});

it('has nothing to say of one table, or of none', () => {
  expect(checkSameKeys([])).toEqual([]);
  expect(checkSameKeys([fileOf('users', ['a'])])).toEqual([]);
});
