import { beforeEach, describe, expect, it } from 'vitest';
import { type NotebookCollections, notebookKeyPaths } from '../../../src/notebook/document/collections.ts';
import type { CodeCell, Notebook } from '../../../src/notebook/document/notebook.ts';
import { createNotebookStore, type NotebookStore } from '../../../src/notebook/document/notebook-store.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

const code: CodeCell = {
  kind: 'code',
  id: 'c1',
  source: '1 + 1',
  outputs: [{ kind: 'value', value: { type: 'number', preview: '2' } }],
  lastRun: {
    ...{ number: 1, end: 'ok', startedAt: 5, durationMs: 2, source: '1 + 1' },
    ...{ reads: [], writes: [] },
  },
};
const notebook: Notebook = {
  ...{ kind: 'notebook', version: 1, id: 'n1', title: 'Leavers' },
  cells: [{ kind: 'markdown', id: 'm1', source: '# Leavers' }, code],
};

let now = 0;
let store: NotebookStore;

beforeEach(async () => {
  now = 1000;
  store = createNotebookStore(createMemoryDatabase<NotebookCollections>(notebookKeyPaths), () => now);
  await store.create(notebook);
});

describe('the store of notebooks', () => {
  it('gives a notebook back as it was, outputs too', async () => {
    expect(await store.read('n1')).toEqual(notebook);
  });

  it('writes a keystroke into the record of its cell alone', async () => {
    await store.saveSource('n1', { ...code, source: '1 + 12' });
    expect((await store.read('n1')).cells[1]).toEqual({ ...code, source: '1 + 12' });
  });

  it('keeps a cell that left the order, and takes it back with its outputs', async () => {
    now = 2000;
    await store.saveStructure({ id: 'n1', title: 'Leavers', cellIds: ['m1'] });
    expect((await store.read('n1')).cells.map(({ id }) => id)).toEqual(['m1']);
    expect(await store.deletedCells('n1')).toEqual([{ cell: code, deletedAt: 2000 }]);
    await store.saveStructure({ id: 'n1', title: 'Leavers', cellIds: ['c1', 'm1'] });
    expect((await store.read('n1')).cells[0]).toEqual(code);
    expect(await store.deletedCells('n1')).toEqual([]);
  });

  it('does not bring a deleted cell back when a late keystroke arrives', async () => {
    await store.saveStructure({ id: 'n1', title: 'Leavers', cellIds: ['m1'] });
    await store.saveSource('n1', { ...code, source: 'late' });
    expect((await store.read('n1')).cells).toHaveLength(1);
    expect((await store.deletedCells('n1'))[0]?.cell.source).toBe('late');
  });

  it('keeps the last fifty different texts of a cell, newest first', async () => {
    for (let version = 1; version <= 60; version++) await store.keepVersion('n1', 'c1', `text ${version}`);
    await store.keepVersion('n1', 'c1', 'text 60');
    const versions = await store.versions('n1', 'c1');
    expect(versions).toHaveLength(50);
    expect(versions[0]).toMatchObject({ number: 60, source: 'text 60' });
    expect(versions.at(-1)).toMatchObject({ number: 11, source: 'text 11' });
  });

  it('lists notebooks with the last changed first', async () => {
    now = 2000;
    await store.create({ ...notebook, id: 'n2', title: 'Second' });
    now = 3000;
    await store.keepVersion('n1', 'c1', 'edited');
    expect((await store.list()).map(({ id, nCells, changedAt }) => [id, nCells, changedAt])).toEqual([
      ['n1', 2, 3000],
      ['n2', 2, 2000],
    ]);
  });

  it('refuses to read a deleted notebook until it is restored', async () => {
    now = 2000;
    await store.deleteNotebook('n1');
    await expect(store.read('n1')).rejects.toThrow("no notebook 'n1'");
    expect((await store.list())[0]?.deletedAt).toBe(2000);
    await store.restoreNotebook('n1');
    expect(await store.read('n1')).toEqual(notebook);
  });

  it('erases a notebook with everything of it, and nothing of another', async () => {
    await store.create({ ...notebook, id: 'n2' });
    await store.keepVersion('n1', 'c1', 'edited');
    await store.eraseNotebook('n1');
    expect((await store.list()).map(({ id }) => id)).toEqual(['n2']);
    expect(await store.versions('n1', 'c1')).toEqual([]);
    expect((await store.read('n2')).cells).toHaveLength(2);
  });
});
