import { describe, expect, it } from 'vitest';
import { openTestNotebook, type TestNotebook } from './open-session.ts';

const order = ({ session }: TestNotebook): string => session.state.getState().order.join('');

describe('the cells of a notebook', () => {
  it('are inserted, moved, duplicated and deleted, and every change can be undone and redone', async () => {
    const notebook = await openTestNotebook(['1', '2', '3']);
    const { session } = notebook;
    const changes = [
      () => session.move('a', 1),
      () => session.remove('c'),
      () => session.duplicate('b'),
      () => session.insert(0, 'markdown', '# Title'),
      () => session.setKind('b', 'markdown'),
    ];
    const orders = [order(notebook)];
    for (const change of changes) {
      change();
      orders.push(order(notebook));
    }
    expect(orders).toEqual(['abc', 'bac', 'ba', 'bnew1a', 'new2bnew1a', 'new2bnew1a']);
    for (const expected of orders.slice(0, -1).reverse()) {
      expect(session.undo()).not.toBeNull();
      expect(order(notebook)).toBe(expected);
    }
    expect(session.undo()).toBeNull();
    for (const expected of orders.slice(1)) {
      session.redo();
      expect(order(notebook)).toBe(expected);
    }
    expect(session.state.getState().cells.b?.cell.kind).toBe('markdown');
  });

  it('keep what was typed since when a change of theirs is undone', async () => {
    const { session, stored } = await openTestNotebook(['1', '2']);
    session.remove('a');
    session.edit('b', 'typed after');
    session.undo();
    expect((await stored()).cells.map(({ source }) => source)).toEqual(['1', 'typed after']);
  });

  it('come back from the store after they were deleted and the page was closed', async () => {
    const notebook = await openTestNotebook(['1', '2']);
    const { session, stored } = notebook;
    session.edit('a', 'just typed');
    session.remove('a');
    await stored();
    const [deleted] = await session.deletedCells();
    expect(deleted?.cell.source).toBe('just typed');
    session.bringBack(1, deleted!.cell);
    expect((await stored()).cells.map(({ id, source }) => [id, source])).toEqual([
      ['b', '2'],
      ['a', 'just typed'],
    ]);
  });

  it('take their outputs along when they are duplicated or pasted, and are stored so', async () => {
    const { session, code, stored } = await openTestNotebook(['6 * 7']);
    await session.runAll();
    session.duplicate('a');
    session.paste(2, code('a'));
    const { cells } = await stored();
    expect(cells.map((cell) => cell.kind === 'code' && cell.outputs.length)).toEqual([1, 1, 1]);
  });

  it('forget what can be redone when something else is done', async () => {
    const { session } = await openTestNotebook(['1', '2']);
    session.remove('a');
    session.undo();
    expect(session.state.getState().redoable).toBe('delete');
    session.move('a', 1);
    expect(session.state.getState().redoable).toBeNull();
    expect(session.redo()).toBeNull();
  });
});
