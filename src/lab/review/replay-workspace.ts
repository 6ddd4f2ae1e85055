import type { Database } from '../../core/database.ts';
import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../../storage/memory-database.ts';
import { copyFreeLabData } from '../course/copy-free-lab-data.ts';
import type { LessonWorkspace } from '../course/lesson-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where the labs of replays come from. */
export interface ReplayLabsOptions {
  readonly openLab: (database: Database<LabCollections>) => Promise<Workspace>;
  /** The free lab of this browser: hand-ins of a link about its months are replayed over a copy of them. */
  readonly loadFreeLab: () => Promise<Database<LabCollections>>;
}

/**
 * Makes labs for replays: in memory, so that nothing of a student's is ever stored, and gone with the last hold on them.
 * A dataset, and the months of the free lab, are read once for all of them.
 */
export function createReplayLabs({
  openLab,
  loadFreeLab,
}: ReplayLabsOptions): (dataset: string | null) => LessonWorkspace {
  const shipped = new Map<string, Promise<MemoryDatabase<LabCollections>>>();
  let freeLabData: Promise<MemoryDatabase<LabCollections>> | null = null;

  const originOf = (
    dataset: string | null,
    content: Parameters<LessonWorkspace['renew']>[0],
  ): Promise<MemoryDatabase<LabCollections>> | null => {
    if (content === 'free-lab-data') {
      freeLabData ??= loadFreeLab().then(copied);
      return freeLabData;
    }
    if (dataset === null) return null;
    const origin = shipped.get(dataset) ?? loadDataset(dataset, openLab);
    shipped.set(dataset, origin);
    return origin;
  };

  return (dataset) => {
    let present: Promise<Workspace> | null = null;
    const open = async (content: Parameters<LessonWorkspace['renew']>[0]): Promise<Workspace> =>
      openLab((await originOf(dataset, content))?.fork() ?? emptyDatabase());
    const renew: LessonWorkspace['renew'] = (content) => {
      present = open(content);
      return present;
    };
    return { renew, load: () => present ?? renew() };
  };
}

async function loadDataset(
  name: string,
  openLab: ReplayLabsOptions['openLab'],
): Promise<MemoryDatabase<LabCollections>> {
  const database = emptyDatabase();
  const { api } = await openLab(database);
  await api.data.load(name);
  return database;
}

async function copied(freeLab: Database<LabCollections>): Promise<MemoryDatabase<LabCollections>> {
  const database = emptyDatabase();
  await copyFreeLabData(freeLab, database);
  return database;
}

function emptyDatabase(): MemoryDatabase<LabCollections> {
  return createMemoryDatabase<LabCollections>(labKeyPaths);
}
