import { expect, test } from 'vitest';
import { driftReport } from '../../../src/core/monitoring/drift-report.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

const january = fromRows(
  Array.from({ length: 60 }, (_, i) => ({ user_id: `u${i}`, fee: i + 0.5, plan: i % 3 === 0 ? 'A' : 'B' })),
);
const february = fromRows(
  Array.from({ length: 60 }, (_, i) => ({ user_id: `u${i}`, fee: i + 40.5, plan: i % 3 === 0 ? 'A' : 'B' })),
);

test('a shifted column drifts, an equal one does not, users are left out with a reason', () => {
  const report = driftReport(january, february);
  expect(report.columns.map(({ column, method, drifted }) => [column, method, drifted])).toEqual([
    ['fee', 'ks', true],
    ['plan', 'z', false],
  ]);
  expect(report.excluded).toEqual([
    { column: 'user_id', reason: expect.stringContaining('60 distinct values') },
  ]);
  expect(report).toMatchObject({ nDrifted: 1, share: 0.5, driftShare: 0.5, datasetDrift: true });
});

test("text counts in the share's denominator on request, as Evidently's undeclared columns do", () => {
  const report = driftReport(january, february, { countText: true });
  expect(report.share).toBe(1 / 3);
  expect(report.datasetDrift).toBe(false);
});

test('the caller chooses columns, methods, thresholds and the share', () => {
  const report = driftReport(january, february, {
    columns: ['fee'],
    methods: { fee: 'wasserstein' },
    thresholds: { fee: 99 },
    driftShare: 0,
  });
  expect(report.columns[0]).toMatchObject({ method: 'wasserstein', threshold: 99, drifted: false });
  expect(report.datasetDrift).toBe(true);
});

test.each([
  ['an unknown column', { columns: ['fees'] }, "no column 'fees'"],
  ['text declared as numbers', { numerical: ['plan'] }, "column 'plan' in the reference table holds text"],
  ['nothing left to compare', { columns: ['user_id'] }, 'no column to compare'],
  ['an unknown method', { methods: { fee: 'psi' } as never }, "no drift method 'psi'"],
])('%s is refused', (_title, options, message) => {
  expect(() => driftReport(january, february, options)).toThrow(message);
});

test('a column without any value on one side is refused, as by Evidently', () => {
  const empty = fromRows([{ fee: null, plan: 'A' }]);
  expect(() => driftReport(january, empty, { columns: ['fee'] })).toThrow(
    "column 'fee' has no values in the current table",
  );
});
