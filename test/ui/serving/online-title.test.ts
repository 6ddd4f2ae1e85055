import { describe, expect, it } from 'vitest';
import type { OnlineView } from '../../../src/lab/serving/read-online-store.ts';
import { onlineTitle } from '../../../src/ui/serving/online-title.ts';
import { servingTexts } from '../../../src/ui/serving/serving-texts.ts';

const DAY_MS = 86_400_000;
const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);

const formats = {
  date: (instant: number | Date) => new Date(instant).toISOString().slice(0, 10),
  duration: (ms: number) => `${ms / DAY_MS} days`,
  percent: (share: number) => `${share * 100}%`,
};

/** A view materialized over one window that ends with its newest rows, unless something else is said. */
function view(newestEvent: number | null, changes: Partial<OnlineView> = {}): OnlineView {
  const intervals = newestEvent === null ? [] : [{ start: 0, end: newestEvent }];
  return {
    ...{ name: 'usage', ttlMs: 0, nRows: 100, nTooOld: 0, nNewest: 80, newestEvent, oldestEvent: 0 },
    ...{ intervals, ...changes },
  };
}

function titleOf(...views: readonly OnlineView[]): string {
  return onlineTitle({ now: day(3, 1), views }, servingTexts.en, formats);
}

describe('the title of the online store’s picture', () => {
  it('says how far the values reach, by the clock', () => {
    expect(titleOf(view(day(2, 29)))).toBe('The online store reaches 2024-02-29: 1 days behind the clock');
    expect(titleOf(view(day(3, 1)))).toBe('The online store reaches the clock, 2024-03-01');
    expect(titleOf(view(null))).toBe('Nothing was materialized yet');
  });

  it('says that a job wrote older rows over newer ones, and how many of those are left', () => {
    const intervals = [
      { start: day(2, 1), end: day(2, 29) },
      { start: day(1, 1), end: day(1, 31) },
    ];
    expect(titleOf(view(day(2, 29), { intervals, nNewest: 8 }))).toBe(
      'The last job went back to 2024-01-31: 8% of the rows are still of 2024-02-29',
    );
  });

  it('does not take a window that ends with the newest rows for a way back, whatever was done before it', () => {
    const intervals = [
      { start: day(1, 31), end: day(3, 1) },
      { start: day(2, 1), end: day(2, 29) },
    ];
    expect(titleOf(view(day(2, 29), { intervals }))).toContain('reaches 2024-02-29');
  });

  it('goes by the rows, not by a window whose rows had not arrived', () => {
    const late = view(day(1, 31), { intervals: [{ start: day(1, 31), end: day(3, 1) }] });
    expect(titleOf(view(day(2, 29)), late)).toBe(
      'The views do not reach equally far: 2024-01-31 to 2024-02-29',
    );
  });
});
