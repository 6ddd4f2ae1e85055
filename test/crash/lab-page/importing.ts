import { LAB_DATABASE } from '../../../src/lab/workspace/load-workspace.ts';
import { createBrowserHome } from '../../../src/storage/backup/browser-home.ts';
import { labKind } from '../../../src/storage/backup/lab-kind.ts';
import type { WorkUnderTest } from '../work-under-test.ts';
import { monthFiles, N_CUSTOMERS } from './month-files.ts';
import { keepNote, readNote } from './notes.ts';

const MONTHS = ['2024-01-31', '2024-02-29', '2024-03-31'];
const N_TABLES = 6;
const NOTE = 'digests of months';
const COLLECTIONS = ['tables', 'snapshots', 'snapshotPayloads'];

/** Months from files, one after the other, then all forgotten, again and again. A month is there byte for byte or not at all. */
export const importing: WorkUnderTest = {
  /** Notes what is right after every month. */
  async prepare({ api, engine }) {
    for (const [i, asOf] of MONTHS.entries()) await api.data.importMonth(monthFiles(i + 1), { asOf });
    const snapshots = await engine.snapshots.listSnapshots();
    await keepNote(NOTE, Object.fromEntries(snapshots.map((it) => [`${it.table} ${it.asOf}`, it.digest])));
    await forgetAll();
  },

  async step({ api, engine }) {
    const present = (await engine.snapshots.listSnapshots()).length / N_TABLES;
    const next = MONTHS[present];
    if (next !== undefined) await api.data.importMonth(monthFiles(present + 1), { asOf: next });
    else await forgetAll();
    return String((present + 1) % (MONTHS.length + 1));
  },

  async look({ engine }, done) {
    const found: string[] = [];
    const right = await readNote<Readonly<Record<string, string>>>(NOTE);
    const snapshots = await engine.snapshots.listSnapshots();
    const instants = [...new Set(snapshots.map(({ asOf }) => asOf))];
    for (const asOf of instants) {
      const ofMonth = snapshots.filter((snapshot) => snapshot.asOf === asOf);
      if (ofMonth.length !== N_TABLES)
        found.push(`${ofMonth.length} of ${N_TABLES} tables of ${new Date(asOf).toISOString()}`);
      for (const { table, digest } of ofMonth) {
        const rows = await engine.snapshots.readSnapshot(table, { asOf: new Date(asOf) });
        if (rows.nRows !== N_CUSTOMERS || digest !== right[`${table} ${asOf}`])
          found.push(`${rows.nRows} rows of ${table}, digest ${digest}`);
      }
    }
    // The step after the last that was told may have been done too.
    const expected = done === null ? null : [Number(done), (Number(done) + 1) % (MONTHS.length + 1)];
    if (expected !== null && !expected.includes(instants.length))
      found.push(`${instants.length} months after ${done} had been imported`);
    return found;
  },
};

function forgetAll(): Promise<void> {
  return createBrowserHome(LAB_DATABASE).use(LAB_DATABASE, labKind, ({ database }) =>
    database.write(COLLECTIONS, async (transaction) => {
      for (const name of COLLECTIONS) await transaction.deleteAll(name);
    }),
  );
}
