import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { checkExpectation, courseExpectations } from '../../../src/lab/data/expectations.ts';

const table = fromRows([
  { id: 'a', fee: 10, net: 'DSL', isActive: true },
  { id: 'a', fee: 250, net: 'Fax', isActive: false },
  { id: null, fee: 30, net: 'DSL', isActive: true },
]);

describe('checkExpectation', () => {
  it.for([
    [{ kind: 'not-null', column: 'id' }, [2]],
    [{ kind: 'unique', column: 'id' }, [0, 1]],
    [{ kind: 'between', column: 'fee', min: 0, max: 200 }, [1]],
    [{ kind: 'between', column: 'fee', min: 30, max: null }, [0]],
    [{ kind: 'in-set', column: 'net', values: ['DSL'] }, [1]],
    [{ kind: 'in-set', column: 'fee', values: ['10', '30'] }, [1]],
    [{ kind: 'in-set', column: 'isActive', values: ['true'] }, [1]],
  ] as const)('%j fails in rows %j', ([expectation, rows]) => {
    const outcome = checkExpectation(table, expectation);
    expect(outcome).toMatchObject({ success: false, nUnexpected: rows.length, error: null });
    expect([...outcome.rows]).toEqual(rows);
  });

  it('passes where enough values do', () => {
    const mostly = { kind: 'between', column: 'fee', min: 0, max: 200, mostly: 0.6 } as const;
    expect(checkExpectation(table, mostly)).toMatchObject({ success: true, nUnexpected: 1 });
  });

  it('names the columns that are missing or too many', () => {
    const columns = ['id', 'fee', 'net', 'plan'];
    expect(checkExpectation(table, { kind: 'columns', columns })).toMatchObject({
      success: false,
      columns: ['plan', 'isActive'],
    });
  });

  it('tells why a check cannot be made', () => {
    const expectation = { kind: 'between', column: 'plan', min: 0, max: 1 } as const;
    expect(checkExpectation(table, expectation)).toMatchObject({
      success: null,
      error: { name: 'KeyError' },
    });
  });
});

describe('courseExpectations', () => {
  it('are those of the course for its tables, none for others', () => {
    expect(courseExpectations('payments_agg_90d')).toEqual([
      {
        kind: 'columns',
        columns: ['user_id', 'failed_payments_90d', 'as_of', 'created_timestamp'],
      },
      { kind: 'not-null', column: 'user_id' },
      { kind: 'between', column: 'failed_payments_90d', min: 0, max: 1000 },
    ]);
    expect(courseExpectations('balances')).toEqual([]);
  });
});
