import { version } from '../../../package.json';
import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../../storage/memory-database.ts';
import type { LessonWorkspace } from '../course/lesson-workspace.ts';
import { openBrowserLab } from '../open-browser-lab.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Makes labs for replays: in memory, so that nothing of a student's is ever stored, and gone with the last hold on them.
 * A dataset is read once for all of them.
 */
export function createReplayLabs(): (dataset: string | null) => LessonWorkspace {
  const loaded = new Map<string, Promise<MemoryDatabase<LabCollections>>>();
  return (dataset) => {
    let present: Promise<Workspace> | null = null;
    const renew = (): Promise<Workspace> => {
      present = open();
      return present;
    };
    const open = async (): Promise<Workspace> => {
      if (dataset !== null && !loaded.has(dataset)) loaded.set(dataset, loadDataset(dataset));
      const origin = dataset === null ? undefined : await loaded.get(dataset);
      const database = origin?.fork() ?? createMemoryDatabase<LabCollections>(labKeyPaths);
      return openBrowserLab({ database, codeVersion: version });
    };
    return { renew, load: () => present ?? renew() };
  };
}

async function loadDataset(name: string): Promise<MemoryDatabase<LabCollections>> {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const { api } = await openBrowserLab({ database, codeVersion: version });
  await api.data.load(name);
  return database;
}
