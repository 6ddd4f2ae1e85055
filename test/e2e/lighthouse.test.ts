import { describe, expect, inject, it } from 'vitest';
import { auditPage, type Preset, TIMED_CATEGORY } from '../lighthouse/audit-page.ts';

const LEAST = 95;
const PRESETS: readonly Preset[] = ['mobile', 'desktop'];

describe('Lighthouse, on the page of a lesson', () => {
  it.each(PRESETS)(`scores at least ${LEAST} in all that is not timed: %s`, async (preset) => {
    const { scores, findings } = await auditPage(`${inject('appUrl')}#/lessons/point-in-time-joins`, preset);
    console.log(`${preset}: ${JSON.stringify(scores)}`);
    const { [TIMED_CATEGORY]: timed, ...others } = scores;
    expect(timed).toBeGreaterThan(0);
    expect(Object.keys(others)).toEqual(expect.arrayContaining(['accessibility', 'best-practices', 'seo']));
    const below = Object.entries(others).filter(([, score]) => score < LEAST);
    expect(below, findings.join('\n')).toEqual([]);
  });
});
