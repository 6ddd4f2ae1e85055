import { addCollections, type Upgrade } from '../../storage/upgrades.ts';
import { openDatabase } from '../storage/open-database.ts';
import { type CourseCollections, courseKeyPaths } from './course-collections.ts';
import { type CourseStore, createCourseStore } from './course-store.ts';

/** The database of everything a student does in lessons but for what their labs hold. */
export const COURSE_DATABASE = 'streamflow-course';

/** Released steps never change: a new version adds a step, and a fixture of the old one to the tests. */
export const courseUpgrades: readonly Upgrade[] = [addCollections(courseKeyPaths)];

let loading: Promise<CourseStore> | null = null;

/** The course as this browser keeps it, opened once per page. A failed opening may be tried again. */
export function loadCourse(): Promise<CourseStore> {
  loading ??= open().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function open(): Promise<CourseStore> {
  const database = await openDatabase<CourseCollections>(COURSE_DATABASE, {
    keyPaths: courseKeyPaths,
    upgrades: courseUpgrades,
  });
  return createCourseStore(database, () => Date.now());
}
