import { digestOfValue } from '../../../src/core/digest.ts';
import { loadNotebooks } from '../../../src/lab/notebook/open-notebooks.ts';
import { browserTexts } from '../../../src/lab/session/browser-texts.ts';
import { labHome } from '../../../src/lab/storage/lab-home.ts';
import { openBackup, restoreParts } from '../../../src/lab/storage/open-backup.ts';
import { saveBackup } from '../../../src/lab/storage/save-backup.ts';
import type { WorkUnderTest } from '../work-under-test.ts';
import { monthFiles } from './month-files.ts';
import { keepNote, readNote } from './notes.ts';

const MONTHS = ['2024-01-31', '2024-02-29'];
const NOTEBOOK = 'restored';

/** Two backups, restored in turns. Each database is that of the one or of the other, never between. */
export const restoring: WorkUnderTest = {
  async prepare({ api }) {
    const notebooks = await loadNotebooks();
    await notebooks.create({ kind: 'notebook', version: 1, id: NOTEBOOK, title: 'Restored', cells: [] });
    const states: Readonly<Record<string, string>>[] = [];
    for (const [i, asOf] of MONTHS.entries()) {
      await api.data.importMonth(monthFiles(i + 1), { asOf });
      await api.clock.set(asOf);
      await notebooks.saveSource(NOTEBOOK, { id: 'cell', kind: 'code', source: `const month = '${asOf}';` });
      const { file } = await saveBackup(labHome(), { texts: browserTexts(), now: new Date(0) });
      await keepNote(`backup ${i}`, await file.arrayBuffer());
      states.push(await databaseDigests());
    }
    await keepNote('states', states);
  },

  async step() {
    const present = await presentStates();
    const next = Object.values(present).every((state) => state === 0) ? 1 : 0;
    const file = await readNote<ArrayBuffer>(`backup ${next}`);
    const backup = await openBackup(new Blob([file]), labHome());
    const names = backup.parts.map(({ name }) => name);
    await restoreParts(backup, { names, home: labHome(), to: browserTexts() });
    return String(next);
  },

  async look() {
    const present = await presentStates();
    return Object.entries(present).flatMap(([name, state]) =>
      state === -1 ? [`${name} is neither of the two backups`] : [],
    );
  },
};

/** Per database which backup it is; -1 for neither. */
async function presentStates(): Promise<Readonly<Record<string, number>>> {
  const states = await readNote<Readonly<Record<string, string>>[]>('states');
  const present = await databaseDigests();
  return Object.fromEntries(
    Object.entries(present).map(([name, digest]) => [
      name,
      states.findIndex((state) => state[name] === digest),
    ]),
  );
}

async function databaseDigests(): Promise<Readonly<Record<string, string>>> {
  const home = labHome();
  const digests: Record<string, string> = {};
  for (const name of await home.names()) {
    const { collections } = await home.copy(name);
    const records = collections.map((collection) => [collection.name, collection.records.map(withViews)]);
    digests[name] = digestOfValue(records);
  }
  return digests;
}

function withViews(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      value instanceof ArrayBuffer ? new Uint8Array(value) : value,
    ]),
  );
}
