import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { enforceSchema } from '../../../src/core/tracking/enforce-schema.ts';
import { type ColumnSpec, inferSignature } from '../../../src/core/tracking/signature.ts';

function signature(...specs: [ColumnSpec['type'], string, boolean?][]) {
  return {
    inputs: specs.map(([type, name, required = true]) => ({ type, name, required })),
    outputs: null,
    params: null,
  };
}

describe('an enforced signature', () => {
  it('puts columns in its order and leaves extra ones out', () => {
    const table = fromRows([{ extra: 1, fee: 0.5, age: 3 }]);
    expect(toRows(enforceSchema(signature(['long', 'age'], ['double', 'fee']), table))).toEqual([
      { age: 3, fee: 0.5 },
    ]);
    expect([...enforceSchema(signature(['long', 'age'], ['double', 'fee']), table).columns.keys()]).toEqual([
      'age',
      'fee',
    ]);
  });

  it('lists missing required columns in its order, and passes over missing optional ones', () => {
    const table = fromRows([{ b: 1, other: 1 }]);
    expect(() => enforceSchema(signature(['long', 'z'], ['long', 'b'], ['long', 'a']), table)).toThrow(
      "model is missing inputs ['z', 'a']",
    );
    expect(enforceSchema(signature(['long', 'b'], ['long', 'a', false]), table).columns.size).toBe(1);
  });

  it('refuses long to double, and double to long with a word on missing values where they are the cause', () => {
    expect(() => enforceSchema(signature(['double', 'n']), fromRows([{ n: 1 }]))).toThrow(
      "incompatible input types for column 'n': cannot safely convert int64 to float64",
    );
    const caught = (rows: { n: number | null }[]): unknown => {
      try {
        return enforceSchema(signature(['long', 'n']), fromRows(rows));
      } catch (error) {
        return error;
      }
    };
    expect(caught([{ n: 1 }, { n: null }])).toMatchObject({ hint: expect.stringContaining('missing') });
    expect(caught([{ n: 0.5 }])).toMatchObject({ hint: expect.not.stringContaining('missing') });
  });

  it('takes whole numbers with nulls as the doubles that they were when the signature was inferred', () => {
    const rows = [{ n: 1 }, { n: null }];
    const result = enforceSchema(inferSignature(fromRows(rows)), fromRows(rows));
    expect(result.columns.get('n')?.dtype).toBe('float64');
    expect(toRows(result)).toEqual(rows);
  });

  it('reads times from texts, and says which text is none', () => {
    const result = enforceSchema(signature(['datetime', 't']), fromRows([{ t: '1970-01-02T00:00:00' }]));
    expect(toRows(result)).toEqual([{ t: new Date(86_400_000) }]);
    expect(() => enforceSchema(signature(['datetime', 't']), fromRows([{ t: 'soon' }]))).toThrow(/'soon'/);
  });

  it('lets any table pass where a model was logged without a signature', () => {
    const table = fromRows([{ a: 1 }]);
    expect(enforceSchema(null, table)).toBe(table);
    expect(enforceSchema(inferSignature(null), table)).toBe(table);
  });
});
