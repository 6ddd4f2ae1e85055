import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyReader, numberKeys } from '../../../src/core/snapshots/row-keys.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

const rows = fc.array(
  fc.record({ a: fc.constantFrom('1', '12', '', '",'), b: fc.constantFrom(1, 12, 0.5, 23) }),
  {
    minLength: 1,
    maxLength: 20,
  },
);

it.each([[['a']], [['b']], [['a', 'b']], [['b', 'a']]])(
  'tells rows apart by %j exactly where their values differ',
  (keys) => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const table = fromRows(drawn, { dtypes: { b: 'float64' } });
        const keyAt = keyReader(table, keys);
        const { numbers, nKeys } = numberKeys(table, keys);
        for (const [i, first] of drawn.entries()) {
          expect(numbers[i]).toBeLessThan(nKeys);
          for (const [j, second] of drawn.entries()) {
            const isSame = keys.every((key) => first[key as 'a'] === second[key as 'a']);
            expect(keyAt(i) === keyAt(j)).toBe(isSame);
            expect(numbers[i] === numbers[j]).toBe(isSame);
          }
        }
      }),
    );
  },
);

it('refuses a missing key and tells its row', () => {
  const table = fromRows([{ a: 'x' }, { a: null }]);
  for (const read of [keyReader, numberKeys]) {
    expect(() => read(table, ['a'])).toThrow("join key 'a' is missing in row 2");
  }
});
