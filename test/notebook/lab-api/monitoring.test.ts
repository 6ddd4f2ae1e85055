import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

it('measures how far labels moved, in every form they come in', async () => {
  const { data, monitoring } = await openLab();
  const rows = [true, false, null, true].map((label) => ({ label, at: 0 }));
  await data.importTable('t', rows, { timestampField: 'at' });
  const labels = (await data.snapshot('t', { asOf: 0 })).select('label');
  for (const reference of [[1, 0, 1], Uint8Array.of(1, 0, 1), [true, false, true], labels, labels.toDf()]) {
    expect(monitoring.targetDrift(reference, [0, 0, 1])).toBeCloseTo(1 / 3, 12);
  }
  expect(monitoring.targetDrift([1, 0], null)).toBeNaN();
  expect(monitoring.targetDrift([], [1])).toBeNaN();
});

it('compares tables and decides by the share that drifted', async () => {
  const { monitoring } = await openLab();
  const rows = (shift: number) => Array.from({ length: 40 }, (_, i) => ({ x: i + shift, y: i }));
  const report = monitoring.driftReport(rows(0), rows(30), { driftShare: 0.4 });
  expect(report).toMatchObject({ share: 0.5, datasetDrift: true });
  expect(monitoring.decideRetraining(report, { threshold: 0.5, operator: '>' }).retrain).toBe(false);
  expect(() => monitoring.driftReport(rows(0), rows(1), { drift_share: 0.4 } as object)).toThrow(
    expect.objectContaining({ name: 'TypeError', hint: "did you mean 'driftShare'?" }),
  );
  expect(() => monitoring.decideRetraining(report, { threshold: 0.5 } as never)).toThrow(
    "monitoring.decideRetraining lacks 'operator'",
  );
});
