import { expect, test } from 'vitest';
import type { FeatureReport } from '../../../src/core/serving/feature-report.ts';
import { toFeatureTable } from '../../../src/core/serving/feature-table.ts';
import type { Dtype } from '../../../src/core/table/column.ts';

const served = (name: string, dtype: Dtype, value: FeatureReport['value']) => ({
  name,
  dtype,
  report: {
    value,
    status: 'PRESENT',
    source: 'online-store',
    eventTimestamp: null,
    ageMs: 0,
    stale: false,
  } as const,
});

test('whole values of a double stay double, nulls have the declared type', () => {
  const table = toFeatureTable([
    served('fee', 'float64', 20),
    served('tv', 'bool', null),
    served('n', 'int64', 3),
  ]);
  expect([...table.columns].map(([name, { dtype }]) => [name, dtype])).toEqual([
    ['fee', 'float64'],
    ['tv', 'bool'],
    ['n', 'int64'],
  ]);
  expect(table.nRows).toBe(1);
});

test.each([
  ['float64', 'twenty', 'string'],
  ['bool', 1, 'int64'],
  ['int64', 1.5, 'float64'],
  ['string', 3, 'int64'],
  ['timestamp', 'today', 'string'],
] as const)('a %s that arrives as %j keeps the type it came in', (declared, value, dtype) => {
  expect(toFeatureTable([served('x', declared, value)]).columns.get('x')?.dtype).toBe(dtype);
});
