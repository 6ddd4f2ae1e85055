import type { DatabaseCopy } from '../../storage/backup/database-copy.ts';
import type { DatabaseHome } from '../../storage/backup/database-home.ts';

/** What of the student's work a database holds, as one counts it. */
export interface DatabaseContents {
  readonly kind: 'lab' | 'notebooks' | 'course' | 'review' | 'other';
  readonly counts: Readonly<Partial<Record<CountedThing, number>>>;
}

export type CountedThing =
  | 'tables'
  | 'views'
  | 'runs'
  | 'versions'
  | 'requests'
  | 'lessons'
  | 'notebooks'
  | 'cells'
  | 'handIns';

/** Per collection what its records are to a reader. */
const COUNTED: Readonly<Record<string, CountedThing>> = {
  tables: 'tables',
  featureViews: 'views',
  runs: 'runs',
  modelVersions: 'versions',
  requestLog: 'requests',
  lessonProgress: 'lessons',
  notebooks: 'notebooks',
  cells: 'cells',
  handIns: 'handIns',
};

/** A database by its name, with what it holds. */
export interface NamedContents extends DatabaseContents {
  readonly name: string;
}

/** What is kept now, by name; a database that cannot be read is listed as holding nothing known. */
export async function readContents(home: DatabaseHome): Promise<readonly NamedContents[]> {
  const named = (await home.names()).map(async (name) => {
    const counts = await home.count(name).catch(() => ({}));
    return { name, ...contentsOf(counts) };
  });
  return Promise.all(named);
}

/** What a copy holds. */
export function contentsOfCopy({ collections }: DatabaseCopy): DatabaseContents {
  return contentsOf(Object.fromEntries(collections.map(({ name, records }) => [name, records.length])));
}

/** What the numbers of records in each collection come to; things that there are none of are left out. */
export function contentsOf(nRecords: Readonly<Record<string, number>>): DatabaseContents {
  const kind = kindOf(nRecords);
  const counts = Object.entries(COUNTED).flatMap(([collection, thing]) => {
    const count = nRecords[collection] ?? 0;
    // A lesson's cells are kept as a notebook: it is counted as a lesson.
    return count === 0 || (kind === 'course' && thing === 'notebooks') ? [] : [[thing, count] as const];
  });
  return { kind, counts: Object.fromEntries(counts) };
}

function kindOf(nRecords: Readonly<Record<string, number>>): DatabaseContents['kind'] {
  if ('runs' in nRecords) return 'lab';
  if ('handIns' in nRecords) return 'review';
  if ('lessonProgress' in nRecords) return 'course';
  return 'notebooks' in nRecords ? 'notebooks' : 'other';
}
