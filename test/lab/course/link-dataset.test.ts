import { describe, expect, it } from 'vitest';
import { areMonthsOf, freeLabDataset, readLinkDataset } from '../../../src/lab/course/link-dataset.ts';

const DIGEST = '9def1d453f7834a3cd28d239cb668c06a6a9ea187e95ad824fd991c2fc57f72e';

describe('the dataset of a link', () => {
  it('is one that ships with the lab, months of the free lab by their digest, or unknown', () => {
    expect(readLinkDataset('streamflow')).toEqual({ kind: 'shipped', name: 'streamflow' });
    expect(readLinkDataset(freeLabDataset(DIGEST))).toEqual({ kind: 'free-lab', digest: '9def1d453f78' });
    for (const name of ['streamflow-2', 'free-lab', 'free-lab:', 'free-lab:xyz', '__proto__'])
      expect(readLinkDataset(name)).toEqual({ kind: 'unknown', name });
  });

  it('knows equal months by their digest, and no months as others', () => {
    expect(areMonthsOf('9def1d453f78', DIGEST)).toBe(true);
    expect(areMonthsOf('9def1d453f79', DIGEST)).toBe(false);
    expect(areMonthsOf('9def1d453f78', null)).toBe(false);
  });
});
