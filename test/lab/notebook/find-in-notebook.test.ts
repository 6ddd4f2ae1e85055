import { describe, expect, it } from 'vitest';
import { findInNotebook } from '../../../src/lab/notebook/find-in-notebook.ts';
import { newCell } from '../../../src/lab/notebook/structure.ts';

const cells = [newCell('a', 'markdown', 'The İstanbul months'), newCell('b', 'code', 'months.map(Months)')];

describe('finding in a notebook', () => {
  it('gives every place from top to bottom, without regard to case', () => {
    expect(findInNotebook(cells, 'months').map(({ cellId, start, end }) => [cellId, start, end])).toEqual([
      ['a', 13, 19],
      ['b', 0, 6],
      ['b', 11, 17],
    ]);
  });

  it('takes signs as they are, and finds nothing for nothing', () => {
    expect(findInNotebook(cells, '.map(')).toHaveLength(1);
    expect(findInNotebook(cells, '.*')).toEqual([]);
    expect(findInNotebook(cells, '')).toEqual([]);
  });
});
