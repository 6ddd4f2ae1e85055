import type { Database } from '../../../src/core/database.ts';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { openHeadlessKernel } from '../../../src/headless/open-kernel.ts';
import { type CourseCollections, courseKeyPaths } from '../../../src/lab/course/course-collections.ts';
import { type CourseStore, createCourseStore } from '../../../src/lab/course/course-store.ts';
import type { LessonWorkspace } from '../../../src/lab/course/lesson-workspace.ts';
import { type OpenLesson, type OpenLessonOptions, openLesson } from '../../../src/lab/course/open-lesson.ts';
import type { KernelHost } from '../../../src/lab/notebook/kernel-host.ts';
import type { Workspace } from '../../../src/lab/workspace/workspace.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import type { LessonLink } from '../../../src/notebook/link/lesson-link.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

/** A course in memory. */
export function memoryCourse(): CourseStore {
  let now = 1000;
  return createCourseStore(createMemoryDatabase<CourseCollections>(courseKeyPaths), () => now++);
}

/** Labs in memory, each with a real kernel in this process. */
export function headlessLabs(): Pick<OpenLessonOptions, 'workspace' | 'openHost'> & {
  readonly labs: readonly Workspace[];
  readonly openLab: (database: Database<LabCollections>) => Promise<Workspace>;
} {
  const labs: (Workspace & { readonly host: KernelHost })[] = [];
  const openLab = async (database: Database<LabCollections>): Promise<Workspace> => {
    const { engine, api, kernel } = await openHeadlessKernel({ database, warn: () => undefined });
    const host: KernelHost = {
      state: 'idle',
      run: async (cell, listener) => ({
        ...(await kernel.run(cell, listener)),
        ...{ variables: kernel.variables(), stateKept: true },
      }),
      stop: () => kernel.interrupt(),
      restart: () => undefined,
      close: () => undefined,
    };
    labs.push({ engine, api, host });
    return { engine, api };
  };
  const renew = (): Promise<Workspace> => openLab(createMemoryDatabase<LabCollections>(labKeyPaths));
  const workspace: LessonWorkspace = { load: async () => labs.at(-1) ?? renew(), renew };
  return {
    ...{ labs, workspace, openLab },
    openHost: async (lab) => labs.find(({ engine }) => engine === lab.engine)!.host,
  };
}

/** Opens a lesson over a lab in memory, with a real kernel in this process. */
export async function openHeadlessLesson(
  markdown: string,
  course: CourseStore,
  {
    lessonId = 'small',
    link = null,
    around = (openHost) => openHost,
  }: {
    readonly lessonId?: string;
    readonly link?: LessonLink | null;
    /** Changes how kernels are opened. */
    readonly around?: (openHost: OpenLessonOptions['openHost']) => OpenLessonOptions['openHost'];
  } = {},
): Promise<OpenLesson & { readonly labs: readonly Workspace[] }> {
  const { lesson } = parseLesson('small.md', markdown);
  if (lesson === null) throw new Error('the lesson cannot be read');
  const { labs, workspace, openHost } = headlessLabs();
  let clock = 1_700_000_000_000;
  const open = await openLesson({
    ...{ lessonId, link, linkOpenedAt: null, course, workspace, onTopics: () => undefined },
    readable: { lesson, paint: {} },
    loadPreparation: async (name) => (name === 'views' ? 'const views = 1;' : null),
    openHost: around(openHost),
    now: () => clock++,
    newId: () => `id-${clock++}`,
  });
  return { ...open, labs };
}

/** The text of a cell now. */
export function sourceOf({ session }: OpenLesson, cellId: string): string | undefined {
  return session.state.getState().cells[cellId]?.cell.source;
}
