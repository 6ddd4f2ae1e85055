import { describe, expect, it } from 'vitest';
import { applyRescue, dropRescue, rescueCells } from '../../../src/lab/notebook/rescue.ts';
import { openTestNotebook } from './open-session.ts';

describe('the rescue of a page that was taken away', () => {
  it('gives back what was typed last and not stored', async () => {
    const { session, store } = await openTestNotebook(['before']);
    const storage = createStorage();
    session.edit('a', 'typed last');
    rescueCells(storage, 'n', session.unsavedCells());
    await applyRescue(storage, store);
    expect((await store.read('n')).cells[0]?.source).toBe('typed last');
    expect(storage.getItem('streamflow-notebook-rescue')).toBeNull();
  });

  it('does nothing where there is nothing, or something else under its key', async () => {
    const { store } = await openTestNotebook(['before']);
    const storage = createStorage();
    await applyRescue(storage, store);
    for (const text of ['{', '{"notebookId":"n","cells":[{"id":1}]}', '[]']) {
      storage.setItem('streamflow-notebook-rescue', text);
      await applyRescue(storage, store);
    }
    expect((await store.read('n')).cells[0]?.source).toBe('before');
  });

  it('is dropped once the page stored it after all', () => {
    const storage = createStorage();
    rescueCells(storage, 'n', [{ kind: 'markdown', id: 'a', source: 'x' }]);
    dropRescue(storage);
    expect(storage.getItem('streamflow-notebook-rescue')).toBeNull();
  });
});

function createStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
