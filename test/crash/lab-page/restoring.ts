import { digestOfValue } from '../../../src/core/digest.ts';
import { loadNotebooks } from '../../../src/lab/notebook/open-notebooks.ts';
import { browserTexts } from '../../../src/lab/session/browser-texts.ts';
import { labHome, labJournal } from '../../../src/lab/storage/lab-home.ts';
import { openBackup, restoreParts } from '../../../src/lab/storage/open-backup.ts';
import { saveBackup } from '../../../src/lab/storage/save-backup.ts';
import type { WorkUnderTest } from '../work-under-test.ts';
import { monthFiles } from './month-files.ts';
import { keepNote, readNote } from './notes.ts';

const MONTHS = ['2024-01-31', '2024-02-29'];
const NOTEBOOK = 'restored';
const SETTING = 'streamflow-crash';

/** Two backups, restored in turns. All databases and the settings are those of the one or of the other. */
export const restoring: WorkUnderTest = {
  async prepare({ api }) {
    const notebooks = await loadNotebooks();
    await notebooks.create({ kind: 'notebook', version: 1, id: NOTEBOOK, title: 'Restored', cells: [] });
    const states: Readonly<Record<string, string>>[] = [];
    for (const [i, asOf] of MONTHS.entries()) {
      await api.data.importMonth(monthFiles(i + 1), { asOf });
      await api.clock.set(asOf);
      await notebooks.saveSource(NOTEBOOK, { id: 'cell', kind: 'code', source: `const month = '${asOf}';` });
      browserTexts().setItem(SETTING, asOf);
      const { file } = await saveBackup(labHome(), { texts: browserTexts(), now: new Date(0) });
      await keepNote(`backup ${i}`, await file.arrayBuffer());
      states.push(await digests());
    }
    await keepNote('states', states);
    // A setting is on disk for certain only after a restore.
    await restore(0);
  },

  async step() {
    const next = (await presentState()) === 0 ? 1 : 0;
    await restore(next);
    return String(next);
  },

  async look(_, done) {
    const present = await presentState();
    if (present === null) return [`the lab is of neither backup: ${JSON.stringify(await presentStates())}`];
    // The one after the last that was told may have been done too, so any one will do; but the journal must be settled.
    const entry = await labJournal().read();
    return entry?.kind === 'undo' ? [`a restore is unfinished, after ${done} had been restored`] : [];
  },
};

async function restore(n: number): Promise<void> {
  const file = await readNote<ArrayBuffer>(`backup ${n}`);
  const backup = await openBackup(new Blob([file]), labHome());
  const names = backup.parts.map(({ name }) => name);
  await restoreParts(backup, { names, home: labHome(), to: browserTexts() });
}

/** Which backup everything is of; null where it is of none, or of both. */
async function presentState(): Promise<number | null> {
  const [state, ...others] = new Set(Object.values(await presentStates()));
  return state === undefined || state === -1 || others.length > 0 ? null : state;
}

/** Per database, and for the settings, which backup it is of; -1 for neither. */
async function presentStates(): Promise<Readonly<Record<string, number>>> {
  const states = await readNote<Readonly<Record<string, string>>[]>('states');
  const present = await digests();
  return Object.fromEntries(
    Object.entries(present).map(([name, digest]) => [
      name,
      states.findIndex((state) => state[name] === digest),
    ]),
  );
}

async function digests(): Promise<Readonly<Record<string, string>>> {
  const home = labHome();
  const found: Record<string, string> = { settings: String(browserTexts().getItem(SETTING)) };
  for (const name of await home.names()) {
    const { collections } = await home.copy(name);
    const records = collections.map((collection) => [collection.name, collection.records.map(withViews)]);
    found[name] = digestOfValue(records);
  }
  return found;
}

function withViews(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      value instanceof ArrayBuffer ? new Uint8Array(value) : value,
    ]),
  );
}
