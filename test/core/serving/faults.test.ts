import { expect, test } from 'vitest';
import { createFaults } from '../../../src/core/serving/faults.ts';

test('faults add up until they are cleared', () => {
  const faults = createFaults();
  faults.inject({ kind: 'api-down' });
  faults.inject({ kind: 'null-feature', feature: 'fee' });
  expect(faults.active().map(({ kind }) => kind)).toEqual(['api-down', 'null-feature']);
  faults.clear();
  expect(faults.active()).toEqual([]);
});

test('the same fault on the same target replaces the earlier one', () => {
  const faults = createFaults();
  faults.inject({ kind: 'late-data', view: 'usage', days: 2 });
  faults.inject({ kind: 'late-data', view: 'usage', days: 5 });
  faults.inject({ kind: 'late-data', view: 'subs', days: 1 });
  expect(faults.active()).toEqual([
    { kind: 'late-data', view: 'usage', days: 5 },
    { kind: 'late-data', view: 'subs', days: 1 },
  ]);
});

test.each([
  [{ kind: 'api-dwn' }, "no fault 'api-dwn'", "did you mean 'api-down'?"],
  [{ kind: 'toString' }, "no fault 'toString'", 'known: '],
  [{ kind: 'drop-feature-view' }, "fault 'drop-feature-view' has view undefined", 'the name of a view'],
  [{ kind: 'null-feature', feature: 'fee', share: 1.5 }, 'has share 1.5', 'from 0 to 1'],
  [{ kind: 'slow-store', ms: -1 }, 'has ms -1', 'from 0 on'],
  [{ kind: 'late-data', view: 'usage', days: '2' }, "has days '2'", 'from 0 on'],
  [{ kind: 'api-down', ms: 1 }, "takes no 'ms'", 'it takes nothing but its kind'],
  [{ kind: 'wrong-type', feature: 'fee', shar: 1 }, "takes no 'shar'", 'feature'],
])('%j is refused and changes nothing', (fault, message, hint) => {
  const faults = createFaults();
  expect(() => faults.inject(fault as never)).toThrow(
    expect.objectContaining({
      name: 'ValueError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
  expect(faults.active()).toEqual([]);
});
