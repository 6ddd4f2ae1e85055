import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/core/tracking/run.ts';
import { compareRuns } from '../../../src/lab/runs/compare-runs.ts';
import type { RunDetails } from '../../../src/lab/runs/read-run.ts';

function run(params: Record<string, string>, metrics: Record<string, number>): RunDetails {
  return { run: { data: { params, metrics, tags: {} } } as unknown as Run } as RunDetails;
}

const first = run(
  { estimator: 'forest', asOf: '2024-01-31', depth: '5' },
  { auc: 0.8, log_loss: 0.5, f1: 0.4 },
);
const second = run({ estimator: 'forest', asOf: '2024-01-31' }, { auc: 0.7, log_loss: 0.4, f1: 0.4 });

describe('runs side by side', () => {
  it('show the params that differ first, and what a run lacks as null', () => {
    expect(compareRuns([first, second], ['log_loss']).params).toEqual([
      { name: 'depth', values: ['5', null], differs: true },
      { name: 'estimator', values: ['forest', 'forest'], differs: false },
      { name: 'asOf', values: ['2024-01-31', '2024-01-31'], differs: false },
    ]);
  });

  it('mark the best of each metric, the least of a loss, and none of equals', () => {
    expect(compareRuns([first, second], ['log_loss']).metrics).toEqual([
      { name: 'auc', values: [0.8, 0.7], best: [0] },
      { name: 'log_loss', values: [0.5, 0.4], best: [1] },
      { name: 'f1', values: [0.4, 0.4], best: [] },
    ]);
  });

  it('know whether all were measured on the same rows', () => {
    const other = run({ asOf: '2023-12-31' }, {});
    expect(compareRuns([first, second], []).isSameTest).toBe(true);
    expect(compareRuns([first, other], []).isSameTest).toBe(false);
  });
});
