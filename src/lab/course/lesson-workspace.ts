import { version } from '../../../package.json';
import type { Database } from '../../core/database.ts';
import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { loadLabDatabase } from '../workspace/load-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lessonDatabaseName } from './lesson-id.ts';

/** The lab of one lesson: a database of its own beside the free lab's. */
export interface LessonWorkspace {
  /** The lab as it was left; opened when it is first asked for. */
  load(): Promise<Workspace>;
  /** An empty lab in place of what was there; or one that holds a copy of the free lab's tables, and nothing else of it. */
  renew(content?: 'free-lab-data'): Promise<Workspace>;
}

/** The lab of a lesson; nothing is opened yet. */
export function createLessonWorkspace(lessonId: string): LessonWorkspace {
  const name = lessonDatabaseName(lessonId);
  let opening: Promise<Database<LabCollections>> | null = null;
  let loading: Promise<Workspace> | null = null;
  const open = async (content: 'as-left' | 'empty' | 'free-lab-data'): Promise<Workspace> => {
    const [{ openBrowserLab }, { openLabDatabase }, { endAbandonedRuns }, { copyFreeLabData }] =
      await Promise.all([
        import('../open-browser-lab.ts'),
        import('../storage/open-lab-database.ts'),
        import('../runs/end-abandoned-runs.ts'),
        import('./copy-free-lab-data.ts'),
      ]);
    opening ??= openLabDatabase(name);
    const database = await opening;
    if (content !== 'as-left') await emptyDatabase(database);
    if (content === 'free-lab-data') await copyFreeLabData(await loadLabDatabase(), database);
    const workspace = await openBrowserLab({ database, codeVersion: version });
    // A lab that has no room left for it opens all the same.
    await endAbandonedRuns(workspace, name).catch(() => 0);
    return workspace;
  };
  const start = (content: Parameters<typeof open>[0]): Promise<Workspace> => {
    const workspace = open(content);
    loading = workspace;
    workspace.catch(() => {
      opening = null;
      if (loading === workspace) loading = null;
    });
    return workspace;
  };
  return {
    load: () => loading ?? start('as-left'),
    async renew(content) {
      // An engine that is just opening must not find its database emptied.
      await loading?.catch(() => undefined);
      return start(content ?? 'empty');
    },
  };
}

function emptyDatabase(database: Database<LabCollections>): Promise<void> {
  const names = Object.keys(labKeyPaths) as (keyof LabCollections)[];
  return database.write(names, async (transaction) => {
    for (const name of names) await transaction.deleteAll(name);
  });
}
