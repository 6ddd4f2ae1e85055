import { expect, test } from 'vitest';
import { checkDriftOptions } from '../../../src/core/monitoring/drift-report-options.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

const reference = fromRows([{ fee: 1.5, plan: 'A' }]);

test('what is meant is let pass', () => {
  checkDriftOptions(reference, {});
  checkDriftOptions(reference, {
    columns: ['fee'],
    categorical: ['plan'],
    methods: { fee: 'ks' },
    thresholds: { fee: 0 },
    driftShare: 1,
  });
});

test.each([
  [{ columns: 'fee' }, 'TypeError', "columns is 'fee'"],
  [{ categorical: 'plan' }, 'TypeError', "categorical is 'plan'"],
  [{ numerical: ['fees'] }, 'KeyError', "no column 'fees'"],
  [{ methods: ['ks'] }, 'TypeError', 'methods is ["ks"]'],
  [{ methods: { fees: 'ks' } }, 'KeyError', "no column 'fees'"],
  [{ thresholds: { fee: '0.1' } }, 'ValueError', "the threshold of 'fee' is '0.1'"],
  [{ driftShare: 2 }, 'ValueError', 'driftShare is 2'],
])('%j is refused', (options, name, message) => {
  expect(() => checkDriftOptions(reference, options as never)).toThrow(
    expect.objectContaining({ name, message, hint: expect.stringMatching(/./) }),
  );
});
