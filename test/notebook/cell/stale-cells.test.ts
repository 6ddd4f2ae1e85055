import { describe, expect, it } from 'vitest';
import { outdatedCells } from '../../../src/notebook/cell/stale-cells.ts';
import type { CodeCell } from '../../../src/notebook/document/notebook.ts';

/** A cell that ran as number `run`, reading and writing the variables of two texts. */
function cell(id: string, run: number, reads: string, writes: string, edited = false): CodeCell {
  const names = (text: string) => text.split(' ').filter(Boolean);
  const lastRun = {
    ...({ number: run, end: 'ok', startedAt: 0, durationMs: 1, source: id } as const),
    reads: names(reads),
    writes: names(writes),
  };
  return { kind: 'code', id, source: edited ? `${id}!` : id, outputs: [], lastRun };
}

const neverRun: CodeCell = { kind: 'code', id: 'n', source: 'x', outputs: [], lastRun: null };

describe('a cell', () => {
  it('is up to date where what it reads was written before it ran', () => {
    expect(outdatedCells([cell('a', 1, '', 'x'), cell('b', 2, 'x', 'y'), neverRun])).toEqual(new Map());
  });

  it('is stale where another cell wrote what it reads since', () => {
    expect(outdatedCells([cell('a', 3, '', 'x'), cell('b', 2, 'x', 'y')])).toEqual(
      new Map([['b', { kind: 'stale', because: ['x'] }]]),
    );
  });

  it('is stale where the cell it has its input from is stale', () => {
    const cells = [
      cell('a', 4, '', 'x'),
      cell('b', 2, 'x', 'y'),
      cell('c', 3, 'y w', 'z'),
      cell('d', 5, 'x', ''),
    ];
    expect([...outdatedCells(cells)]).toEqual([
      ['b', { kind: 'stale', because: ['x'] }],
      ['c', { kind: 'stale', because: ['y'] }],
    ]);
  });

  it('is not made stale by what it writes itself', () => {
    expect(outdatedCells([cell('a', 1, '', 'n'), cell('b', 2, 'n', 'n')])).toEqual(new Map());
  });

  it('of two that write the same variable depends on the one that ran last', () => {
    const cells = [
      cell('in', 5, '', 'p'),
      cell('old', 1, 'p', 'x'),
      cell('new', 2, '', 'x'),
      cell('c', 3, 'x', ''),
    ];
    expect([...outdatedCells(cells).keys()]).toEqual(['old']);
  });

  it('is stale by a function of an earlier cell that was declared anew', () => {
    expect([...outdatedCells([cell('f', 3, 'scale', 'score'), cell('use', 2, 'score', '')]).keys()]).toEqual([
      'use',
    ]);
  });

  it('that was edited since its run is edited, whether it is stale or not', () => {
    const cells = [cell('a', 3, '', 'x', true), cell('b', 2, 'x', '', true)];
    expect([...outdatedCells(cells).values()]).toEqual([{ kind: 'edited' }, { kind: 'edited' }]);
  });
});
