import { digestOf } from '../../../src/core/digest.ts';
import { applyCourseViews } from '../../../src/lab/route/course-features.ts';
import { LAB_DATABASE } from '../../../src/lab/workspace/load-workspace.ts';
import type { Workspace } from '../../../src/lab/workspace/workspace.ts';
import { createBrowserHome } from '../../../src/storage/backup/browser-home.ts';
import { labKind } from '../../../src/storage/backup/lab-kind.ts';
import type { WorkUnderTest } from '../work-under-test.ts';
import { monthFiles } from './month-files.ts';
import { keepNote, readNote } from './notes.ts';

const MONTHS = ['2024-01-31', '2024-02-29', '2024-03-31'];
const START = new Date('2024-01-01');
const DAY_MS = 86_400_000;
const NOTE = 'online rows';

/** The online rows of a view after so many windows, and the windows that the store says it has written. */
interface ViewState {
  readonly view: string;
  readonly rows: string;
  readonly nIntervals: number;
}

/** Windows that grow month by month, then all forgotten, again and again. All views have the rows of a window, or none. */
export const materializing: WorkUnderTest = {
  /** Notes what is right after every step. */
  async prepare(workspace) {
    const { api } = workspace;
    for (const [i, asOf] of MONTHS.entries()) await api.data.importMonth(monthFiles(i + 1), { asOf });
    await api.clock.set('2024-05-01');
    await applyCourseViews(api);
    const states = [JSON.stringify(await viewStates())];
    for (let n = 0; n < MONTHS.length; n++) {
      await materialize(workspace, n);
      states.push(JSON.stringify(await viewStates()));
    }
    await forgetOnlineRows();
    await keepNote(NOTE, states);
  },

  async step(workspace) {
    const n = (await viewStates())[0]!.nIntervals;
    if (n < MONTHS.length) await materialize(workspace, n);
    else await forgetOnlineRows();
    return String((n + 1) % (MONTHS.length + 1));
  },

  async look(_, done) {
    const right = await readNote<readonly string[]>(NOTE);
    const state = JSON.stringify(await viewStates());
    const n = right.indexOf(state);
    if (n === -1) return [`the online rows are of no window: ${state}`];
    // The step after the last that was told may have been done too.
    const expected = done === null ? [n] : [Number(done), (Number(done) + 1) % right.length];
    return expected.includes(n) ? [] : [`${n} windows after ${done} had been materialized`];
  },
};

async function materialize({ api }: Workspace, n: number): Promise<void> {
  await api.store.materialize(START, new Date(Date.parse(MONTHS[n]!) + 2 * DAY_MS));
}

function viewStates(): Promise<readonly ViewState[]> {
  return inDatabase(async (database) =>
    database.read(['featureViews', 'onlineTables'], async (transaction) => {
      const views = (await transaction.getAll('featureViews')) as { name: string; intervals: unknown[] }[];
      const tables = (await transaction.getAll('onlineTables')) as { view: string; table: ArrayBuffer }[];
      const rowsOf = new Map(tables.map(({ view, table }) => [view, digestOf(new Uint8Array(table))]));
      return views.map(({ name, intervals }) => ({
        view: name,
        rows: rowsOf.get(name) ?? 'none',
        nIntervals: intervals.length,
      }));
    }),
  );
}

async function forgetOnlineRows(): Promise<void> {
  await inDatabase((database) =>
    database.write(['featureViews', 'onlineTables'], async (transaction) => {
      await transaction.deleteAll('onlineTables');
      for (const view of await transaction.getAll('featureViews'))
        await transaction.put('featureViews', { ...view, intervals: [] });
    }),
  );
}

type LabDatabase = Parameters<Parameters<ReturnType<typeof createBrowserHome>['use']>[2]>[0]['database'];

function inDatabase<T>(work: (database: LabDatabase) => Promise<T>): Promise<T> {
  return createBrowserHome(LAB_DATABASE).use(LAB_DATABASE, labKind, ({ database }) => work(database));
}
