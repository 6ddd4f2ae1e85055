import type { Page } from 'playwright';
import type { Notebook } from '../../src/notebook/document/notebook.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';

/** Puts a notebook into the page's database as if it had been made here; the app must have been opened before. */
export async function storeNotebook(page: Page, notebook: Notebook): Promise<void> {
  await page.evaluate(`(async () => { ${scriptToStore(notebook)} })()`);
}

/** The body of an async function that does so, for pages of every engine. */
export function scriptToStore(notebook: Notebook): string {
  return `
    const { record, cells, runs } = ${JSON.stringify(recordsOf(notebook))};
    const opening = indexedDB.open('streamflow-notebooks');
    const database = await new Promise((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['notebooks', 'cells', 'cellRuns'], 'readwrite');
    transaction.objectStore('notebooks').put(record);
    for (const cell of cells) transaction.objectStore('cells').put(cell);
    for (const run of runs) {
      const outputs = run.outputs.map(({ bytes, ...output }) =>
        bytes === undefined ? output : { ...output, packed: new Uint8Array(bytes).buffer },
      );
      transaction.objectStore('cellRuns').put({ ...run, outputs });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();`;
}

function recordsOf(notebook: Notebook): object {
  const cells = notebook.cells.map((cell) => ({
    ...{ kind: 'cell', version: 1, notebookId: notebook.id, cellId: cell.id, cellKind: cell.kind },
    ...{ source: cell.source, changedAt: 1, deletedAt: null },
  }));
  const runs = notebook.cells.flatMap((cell) =>
    cell.kind === 'code' && cell.lastRun !== null
      ? [
          {
            ...{ kind: 'cell-run', version: 1, notebookId: notebook.id, cellId: cell.id },
            ...{ outputs: cell.outputs.map(withBytes), lastRun: cell.lastRun },
          },
        ]
      : [],
  );
  const record = {
    ...{ kind: 'notebook', version: 1, notebookId: notebook.id, title: notebook.title },
    ...{ cellIds: notebook.cells.map(({ id }) => id), createdAt: 1, changedAt: 1, deletedAt: null },
  };
  return { record, cells, runs };
}

/** Buffers do not cross to the page; their bytes do. */
function withBytes(output: CellOutput): object {
  return output.kind === 'table'
    ? { ...output, packed: null, bytes: [...new Uint8Array(output.packed)] }
    : output;
}
