import { describe, expect, it } from 'vitest';
import { nextCell } from '../../../src/lab/data/next-cell.ts';

const size = { nRows: 100, nColumns: 3, nVisible: 16 };
const from = { row: 50, column: 1 };
const press = (key: string, ctrlKey = false) => nextCell({ key, ctrlKey }, from, size);

describe('nextCell', () => {
  it.for([
    ['ArrowDown', false, 51, 1],
    ['ArrowUp', false, 49, 1],
    ['ArrowRight', false, 50, 2],
    ['ArrowLeft', false, 50, 0],
    ['PageDown', false, 66, 1],
    ['PageUp', false, 34, 1],
    ['Home', false, 50, 0],
    ['End', false, 50, 2],
    ['Home', true, 0, 0],
    ['End', true, 99, 2],
  ] as const)('%s (with control: %s) leads to row %d, column %d', ([key, ctrlKey, row, column]) => {
    expect(press(key, ctrlKey)).toEqual({ row, column });
  });

  it('starts at the first cell and stays within the grid', () => {
    expect(nextCell({ key: 'ArrowDown', ctrlKey: false }, null, size)).toEqual({ row: 0, column: 0 });
    expect(nextCell({ key: 'PageDown', ctrlKey: false }, { row: 95, column: 2 }, size)).toEqual({
      row: 99,
      column: 2,
    });
    expect(nextCell({ key: 'ArrowRight', ctrlKey: false }, { row: 95, column: 2 }, size)?.column).toBe(2);
  });

  it('leaves other keys, and a grid without rows, alone', () => {
    expect(press('a')).toBeNull();
    expect(nextCell({ key: 'End', ctrlKey: true }, null, { ...size, nRows: 0 })).toBeNull();
  });
});
