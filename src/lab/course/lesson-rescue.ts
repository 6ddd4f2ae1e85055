import type { NotebookStore } from '../../notebook/document/notebook-store.ts';
import { applyRescue, dropRescue, type RescueStorage, rescueCells } from '../notebook/rescue.ts';
import type { TaskProgressRecord } from './course-collections.ts';
import type { CourseStore } from './course-store.ts';
import type { OpenLesson } from './open-lesson.ts';

const PREFIX = 'streamflow-course:';
const TASKS = `${PREFIX}tasks`;

/** Keeps what is typed and not stored yet when the page is taken away: a database may not finish its last write then. */
export function rescueLesson(storage: RescueStorage, { lessonId, session, progress }: OpenLesson): void {
  rescueCells(ofCourse(storage), lessonId, session.unsavedCells());
  const tasks = progress.unsavedTasks();
  if (tasks.length > 0) storage.setItem(TASKS, JSON.stringify(tasks));
}

/** The page stayed after all, and what was rescued is stored. */
export function dropLessonRescue(storage: RescueStorage): void {
  dropRescue(ofCourse(storage));
  storage.removeItem(TASKS);
}

/** Stores what was rescued, before anything is read. */
export async function applyLessonRescue(
  storage: RescueStorage,
  course: Pick<CourseStore, 'saveTask'> & { readonly notebooks: NotebookStore },
): Promise<void> {
  await applyRescue(ofCourse(storage), course.notebooks);
  for (const task of readTasks(storage.getItem(TASKS))) await course.saveTask(task);
  storage.removeItem(TASKS);
}

/** The notebooks' rescue has one key for all; the course has a database of its own, and so its own key. */
function ofCourse(storage: RescueStorage): RescueStorage {
  return {
    getItem: (key) => storage.getItem(PREFIX + key),
    setItem: (key, text) => storage.setItem(PREFIX + key, text),
    removeItem: (key) => storage.removeItem(PREFIX + key),
  };
}

/** Only what is well-formed: the key may have been written by another version. */
function readTasks(text: string | null): readonly TaskProgressRecord[] {
  try {
    const tasks: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(tasks) ? tasks.filter(isTask) : [];
  } catch {
    return [];
  }
}

function isTask(value: Partial<TaskProgressRecord> | null): value is TaskProgressRecord {
  return (
    value?.kind === 'task-progress' &&
    value.version === 1 &&
    typeof value.lessonId === 'string' &&
    typeof value.blockId === 'string' &&
    typeof value.answer === 'string'
  );
}
