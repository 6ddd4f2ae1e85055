import { describe, expect, it } from 'vitest';
import { keyColumn, readEntityRows } from '../../../src/core/features/online-rows.ts';
import { cellAt, type Dtype } from '../../../src/core/table/column.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

describe('the entities asked for', () => {
  it('are the same as rows, as lists and as a table', () => {
    const expected = {
      nRows: 2,
      values: new Map([
        ['user_id', [1, 2]],
        ['shop', ['a', 'b']],
      ] as [string, unknown[]][]),
    };
    const rows = [
      { user_id: 1, shop: 'a' },
      { user_id: 2, shop: 'b' },
    ];
    expect(readEntityRows(rows)).toEqual(expected);
    expect(readEntityRows({ user_id: [1, 2], shop: ['a', 'b'] })).toEqual(expected);
    expect(readEntityRows(fromRows(rows))).toEqual(expected);
  });

  it.each<[unknown, string, string]>([
    [[], 'IndexError', 'entityRows is empty'],
    [null, 'TypeError', 'entityRows is null'],
    ['a', 'TypeError', "entityRows is 'a'"],
    [{ user_id: 'a' }, 'TypeError', "entityRows holds 'a' under 'user_id'"],
    [{ a: [1], b: [1, 2] }, 'ValueError', 'entityRows has lists of 1 and 2 values'],
    [[{ a: 1 }, { b: 1 }], 'ValueError', 'row 2 of entityRows has the keys b, row 1 has a'],
    [[{ a: 1 }, { a: 1, b: 1 }], 'ValueError', 'row 2 of entityRows has the keys a, b, row 1 has a'],
    [[{ a: 1 }, null], 'ValueError', 'row 2 of entityRows has the keys , row 1 has a'],
  ])('%j are refused', (input, name, message) => {
    expect(() => readEntityRows(input as never)).toThrow(expect.objectContaining({ name, message }));
  });
});

describe('a join key of them', () => {
  const read = (values: readonly unknown[], dtype: Dtype | undefined) => {
    const column = keyColumn(readEntityRows({ id: values }), 'id', { dtype, names: ['id', 'user'] });
    return [column.dtype, values.map((_, row) => cellAt(column, row))];
  };

  it('becomes what the view declares', () => {
    expect(read(['1', ' 2 ', 3], 'int64')).toEqual(['int64', [1, 2, 3]]);
    expect(read([1, true, 'a'], 'string')).toEqual(['string', ['1', 'true', 'a']]);
    expect(read(['0.5', 2], 'float64')).toEqual(['float64', [0.5, 2]]);
    expect(read([true], 'bool')).toEqual(['bool', [true]]);
    expect(read(['a'], undefined)).toEqual(['string', ['a']]);
  });

  it.each<[unknown, Dtype, string]>([
    [null, 'string', "'id' in row 1 is null"],
    [undefined, 'int64', "'id' in row 1 is null"],
    ['', 'int64', "'id' in row 1 is '', not int64"],
    ['1.5', 'int64', "'id' in row 1 is '1.5', not int64"],
    ['abc', 'float64', "'id' in row 1 is 'abc', not float64"],
    [1, 'bool', "'id' in row 1 is 1, not bool"],
    [[7], 'int64', "'id' in row 1 is [7], not int64"],
    [{}, 'string', "'id' in row 1 is {}, not string"],
    [new Date(5), 'float64', '\'id\' in row 1 is "1970-01-01T00:00:00.005Z", not float64'],
  ])('%j is no %s', (value, dtype, message) => {
    expect(() => read([value], dtype)).toThrow(expect.objectContaining({ name: 'TypeError', message }));
  });

  it('may go by the entity name, and is a KeyError where it is not there', () => {
    const values = readEntityRows([{ user: 7 }]);
    expect(cellAt(keyColumn(values, 'id', { dtype: 'int64', names: ['id', 'user'] }), 0)).toBe(7);
    expect(() => keyColumn(values, 'id', { dtype: 'int64', names: ['id'] })).toThrow(
      expect.objectContaining({ name: 'KeyError', hint: "give each row a 'id'; there are: user" }),
    );
  });
});
