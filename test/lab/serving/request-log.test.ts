import { describe, expect, it } from 'vitest';
import type { ApiStatus } from '../../../src/core/serving/api.ts';
import type { LoggedRequest } from '../../../src/core/serving/serving-collections.ts';
import { situationsSeen } from '../../../src/lab/serving/situations.ts';
import { summarizeRequests } from '../../../src/lab/serving/summarize-requests.ts';

const STATUS = { state: 'running', isBehind: false } as ApiStatus;

function request(change: Partial<LoggedRequest>): LoggedRequest {
  return {
    sequence: 1,
    at: 0,
    latencyMs: 1,
    method: 'POST',
    path: '/predict',
    status: 200,
    outcome: 'success',
    entity: 'ann',
    modelName: 'm',
    modelVersion: '1',
    prediction: null,
    features: {},
    missing: [],
    stale: [],
    imputed: [],
    message: null,
    ...change,
  };
}

describe('the summary of the log', () => {
  it('counts outcomes, the most frequent first, and tells the middle and the slow latency', () => {
    const latencies = [1, 2, 3, 4, 5];
    const requests = latencies.map((latencyMs, i) =>
      request({ latencyMs, outcome: i < 2 ? 'success' : 'unknown-entity' }),
    );
    expect(summarizeRequests(requests)).toEqual({
      nRequests: 5,
      outcomes: [
        { outcome: 'unknown-entity', count: 3 },
        { outcome: 'success', count: 2 },
      ],
      latencyP50: 3,
      latencyP95: 4.8,
    });
  });

  it('has no latencies without requests', () => {
    expect(summarizeRequests([])).toEqual({ nRequests: 0, outcomes: [], latencyP50: null, latencyP95: null });
  });
});

describe('the situations seen', () => {
  const seen = (...requests: Partial<LoggedRequest>[]): string[] => [
    ...situationsSeen(requests.map(request), { status: STATUS }),
  ];

  it.each<[Partial<LoggedRequest>, string[]]>([
    [{ prediction: 1 }, ['success']],
    [{ outcome: 'unknown-entity', missing: ['hours'] }, ['unknown']],
    [{ outcome: 'features-missing', missing: ['hours'] }, ['missing']],
    [{ outcome: 'imputed', imputed: ['hours'], prediction: 1 }, ['missing']],
    [{ outcome: 'stale-served', stale: ['hours'], prediction: 1 }, ['stale']],
    [{ outcome: 'stale-rejected', stale: ['hours'] }, ['stale']],
    [{ outcome: 'not-initialized' }, ['no-production']],
    [{ outcome: 'wrong-type' }, ['wrong-type']],
    [{ outcome: 'invalid-request' }, []],
  ])('are, after %j, %j', (change, situations) => {
    expect(seen(change)).toEqual(situations);
  });

  it('tell values that grew old from those that were old at first', () => {
    const stale = { outcome: 'stale-served', stale: ['hours'], prediction: 1 } as const;
    expect(seen({ prediction: 0 }, stale)).toEqual(['success', 'stale-later']);
    expect(seen({ prediction: 0 }, { ...stale, entity: 'bob' })).toEqual(['success', 'stale']);
  });

  it('hold that the API is behind only while it runs', () => {
    expect([...situationsSeen([], { status: { ...STATUS, isBehind: true } })]).toEqual(['behind']);
    expect([...situationsSeen([], { status: { ...STATUS, isBehind: true, state: 'failed' } })]).toEqual([]);
  });
});
