import { describe, expect, it } from 'vitest';
import { formatTtlChoice, parseTtlChoice } from '../../../src/lab/features/ttl-choice.ts';

describe('a ttl to try', () => {
  it.for(['30', 'usage_agg_30d_fv:7', '0,subs_profile_fv:400'])('survives the address as %s', (text) => {
    expect(formatTtlChoice(parseTtlChoice(text))).toBe(text);
  });

  it('is that of the definitions where the address says nothing it can read', () => {
    for (const text of [null, '', 'soon', '-3', 'view:']) {
      expect(formatTtlChoice(parseTtlChoice(text)), String(text)).toBeNull();
    }
  });
});
