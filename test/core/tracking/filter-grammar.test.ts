import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../src/core/tracking/filter-grammar.ts';
import { parseOrderBy } from '../../../src/core/tracking/order-by.ts';

describe('the filter grammar', () => {
  it('reads comparisons joined by AND in any case, with every way to quote', () => {
    expect(
      parseFilter(
        "metrics.auc>=-.5e1 and params.`max depth` LIKE '%''s' AND tags.\"a.b\" != \"x\" AND status='A'",
      ),
    ).toEqual([
      { entity: 'metrics', key: 'auc', comparator: '>=', value: { kind: 'number', value: -5 } },
      { entity: 'params', key: 'max depth', comparator: 'LIKE', value: { kind: 'string', value: "%'s" } },
      { entity: 'tags', key: 'a.b', comparator: '!=', value: { kind: 'string', value: 'x' } },
      { entity: null, key: 'status', comparator: '=', value: { kind: 'string', value: 'A' } },
    ]);
  });

  it('reads lists, and a key that has dots', () => {
    expect(parseFilter("run_id not in ('a', 'b') AND params.a.b = '1'")).toEqual([
      { entity: null, key: 'run_id', comparator: 'NOT IN', value: { kind: 'list', value: ['a', 'b'] } },
      { entity: 'params', key: 'a.b', comparator: '=', value: { kind: 'string', value: '1' } },
    ]);
  });

  it('takes an empty filter for no condition', () => {
    expect(parseFilter('')).toEqual([]);
    expect(parseFilter('  \n')).toEqual([]);
  });

  it.each([
    ["a = 'b", "cannot read ''b'"],
    ['a = b', "found 'b'"],
    ['a =', 'found the end'],
    ["a 'b'", "expected a comparator, found ''b''"],
    ["a = 'b' c = 'd'", "expected AND before 'c'"],
    ["a IN 'b'", 'expected a list after IN'],
    ["a IN ('b'", 'no end'],
    ['a IN ()', "expected a quoted text, found ')'"],
    ["1 = 'b'", 'expected a name'],
  ])('says what is wrong in %s', (filter, problem) => {
    expect(() => parseFilter(filter)).toThrow(problem);
  });
});

describe('an order clause', () => {
  it('is a name, quoted as in a filter, and a direction', () => {
    expect(parseOrderBy('metrics.`f 1` desc')).toEqual({ entity: 'metrics', key: 'f 1', ascending: false });
    expect(parseOrderBy('start_time')).toEqual({ entity: null, key: 'start_time', ascending: true });
    expect(() => parseOrderBy('metrics.auc upwards')).toThrow(/order clause/);
  });
});
