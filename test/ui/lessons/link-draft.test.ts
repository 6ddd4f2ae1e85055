import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/notebook/link/decode-link.ts';
import { encodeLink } from '../../../src/notebook/link/encode-link.ts';
import { emptyDraft, linkOf } from '../../../src/ui/lessons/link/link-draft.ts';

describe('the form of a lesson link', () => {
  it('says no more than what was chosen', () => {
    expect(linkOf(emptyDraft('orientation', ''))).toEqual({
      lesson: { kind: 'shipped', slug: 'orientation' },
    });
  });

  it('makes a link that comes back as it was', () => {
    const link = linkOf({
      ...emptyDraft('point-in-time-joins', 'ttl'),
      ...{ language: 'fr', asOf: '2024-01-31', clock: '2024-03-01T06:30', seed: '42', steps: 'open' },
      ...{ solutions: 'after', tries: '2', minutes: '45', note: ' Two steps today. ' },
      ...{
        hiddenStations: ['runs', 'models'],
        lockedControls: ['clock'],
        cells: { 'choose-ttl': 'const ttl = 1;' },
      },
    });
    expect(link).toEqual({
      lesson: { kind: 'shipped', slug: 'point-in-time-joins' },
      ...{
        step: 'ttl',
        language: 'fr',
        asOf: Date.UTC(2024, 0, 31),
        clock: Date.UTC(2024, 2, 1, 6, 30),
        seed: 42,
      },
      ...{ steps: 'open', solutions: 2, minutes: 45, note: 'Two steps today.' },
      ...{ hiddenStations: ['runs', 'models'], lockedControls: ['clock'] },
      cells: [{ label: 'choose-ttl', source: 'const ttl = 1;' }],
    });
    expect(decodeLink(encodeLink(link).text).link).toEqual(link);
  });
});
