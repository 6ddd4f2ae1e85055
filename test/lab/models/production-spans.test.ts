import { describe, expect, it } from 'vitest';
import type { StageEvent } from '../../../src/core/registry/stage-history.ts';
import { productionSpans, rollbackTarget } from '../../../src/lab/models/production-spans.ts';

function event(version: number, from: StageEvent['from'], to: StageEvent['to'], at: number): StageEvent {
  const action = from === null ? 'created' : to === null ? 'deleted' : 'transitioned';
  return {
    name: 'churn',
    sequence: at,
    version,
    action,
    from,
    to,
    at,
    user: 'ada',
    reason: null,
    causedBy: null,
  };
}

const promotedTwice = [
  event(1, null, 'None', 1),
  event(1, 'None', 'Production', 2),
  event(2, null, 'None', 3),
  event(1, 'Production', 'Archived', 4),
  event(2, 'None', 'Production', 4),
];

describe('productionSpans', () => {
  it('tells who was in Production from when to when', () => {
    expect(productionSpans(promotedTwice)).toEqual([
      { version: 1, from: 2, to: 4 },
      { version: 2, from: 4, to: null },
    ]);
  });

  it('shows two at once where nothing was archived', () => {
    const both = [event(1, 'None', 'Production', 1), event(2, 'None', 'Production', 2)];
    expect(productionSpans(both).map(({ to }) => to)).toEqual([null, null]);
  });

  it('does not start a span anew when a version is moved to where it is', () => {
    const again = [event(1, 'None', 'Production', 1), event(1, 'Production', 'Production', 2)];
    expect(productionSpans(again)).toEqual([{ version: 1, from: 1, to: null }]);
  });

  it('ends the span of a deleted version', () => {
    const deleted = [event(1, 'None', 'Production', 1), event(1, 'Production', null, 5)];
    expect(productionSpans(deleted)).toEqual([{ version: 1, from: 1, to: 5 }]);
  });
});

describe('rollbackTarget', () => {
  it('is the version that was in Production before', () => {
    expect(rollbackTarget(promotedTwice, [1, 2])).toBe(1);
  });

  it('passes over a version that no longer exists or is in Production again', () => {
    expect(rollbackTarget(promotedTwice, [2])).toBeNull();
    const back = [
      ...promotedTwice,
      event(2, 'Production', 'Archived', 6),
      event(1, 'Archived', 'Production', 6),
    ];
    expect(rollbackTarget(back, [1, 2])).toBe(2);
  });

  it('is nothing while only one version ever was in Production', () => {
    expect(rollbackTarget(promotedTwice.slice(0, 2), [1])).toBeNull();
  });
});
