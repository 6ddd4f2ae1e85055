import { version } from '../../package.json';
import { type LabCollections, labKeyPaths } from '../core/engine/collections.ts';
import { openIndexedDb } from '../storage/indexeddb-database.ts';
import { labUpgrades } from '../storage/lab-upgrades.ts';
import { openBrowserLab } from './open-browser-lab.ts';
import { courseRoute } from './route/course-route.ts';
import type { CourseState } from './route/course-state.ts';
import { createRouteRun, type RouteRun } from './route/route-run.ts';

const DATABASE = 'scratch-streamflow-route';

/** The course's route in this browser, each run from an empty database. */
export function createBrowserRoute(): RouteRun {
  return createRouteRun<CourseState>({
    steps: courseRoute,
    timer: () => performance.now(),
    open: async () => {
      await deleteDatabase(DATABASE);
      // Not one of the student's: it is deleted with every start, and no backup has it.
      const database = await openIndexedDb<LabCollections>({
        name: DATABASE,
        keyPaths: labKeyPaths,
        upgrades: labUpgrades,
      });
      const { api } = await openBrowserLab({ database, codeVersion: version });
      return { lab: api };
    },
  });
}

/** Resolves when the database is gone; an older connection of this page closes itself when it is asked to. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
