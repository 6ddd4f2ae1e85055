import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAutosave } from '../notebook/autosave.ts';
import type { LessonProgressRecord, TaskProgressRecord } from './course-collections.ts';
import type { CourseStore, StoredLesson } from './course-store.ts';

/** A student's progress in one lesson as the page shows it. */
export interface ProgressState {
  readonly progress: LessonProgressRecord;
  /** By block id; a task that was never touched is not there. */
  readonly tasks: Readonly<Record<string, TaskProgressRecord>>;
  /** Why the last attempt to store it failed; it is repeated. */
  readonly error: unknown;
}

/** The progress of an open lesson, stored as it changes. */
export interface LessonProgress {
  readonly state: Pick<StoreApi<ProgressState>, 'getState' | 'getInitialState' | 'subscribe'>;
  visit(stepId: string): void;
  finishStep(stepId: string): void;
  openAll(): void;
  showHint(blockId: string, nHints: number): void;
  showSolution(blockId: string): void;
  recordTry(blockId: string, passed: boolean): void;
  /** The student's words so far; on disk within 200 ms. */
  write(blockId: string, answer: string): void;
  /** The answer or choice counts from now on. */
  give(blockId: string, choice: number | null): void;
  addTime(ms: number): void;
  /** Forgets what was done with these tasks, and with the step; gives back what was there, for `restore`. */
  reset(stepIds: readonly string[], blockIds: readonly string[]): ProgressSnapshot;
  restore(snapshot: ProgressSnapshot): void;
  /** Tasks that are not on disk, for who must keep them when the page goes away at once. */
  unsavedTasks(): readonly TaskProgressRecord[];
  /** Shows what another tab has stored. */
  follow(stored: Pick<StoredLesson, 'progress' | 'tasks'>): void;
  /** Resolves when everything is on disk. */
  flush(): Promise<void>;
}

/** Progress as it was before a reset. */
export interface ProgressSnapshot {
  readonly doneSteps: LessonProgressRecord['doneSteps'];
  readonly tasks: readonly TaskProgressRecord[];
}

const SAVE_DELAY_MS = 100;
// No block can have this id.
const LESSON = '(lesson)';

/** Opens the progress of a lesson. `now` is the wall clock, UTC milliseconds. */
export function createLessonProgress({
  lessonId,
  stored,
  store,
  now,
}: {
  readonly lessonId: string;
  readonly stored: Pick<StoredLesson, 'progress' | 'tasks'>;
  readonly store: Pick<CourseStore, 'saveProgress' | 'saveTask'>;
  readonly now: () => number;
}): LessonProgress {
  const state = createStore<ProgressState>(() => ({
    progress: stored.progress ?? newProgress(lessonId, now()),
    tasks: Object.fromEntries(stored.tasks.map((task) => [task.blockId, task])),
    error: null,
  }));
  const { getState, setState } = state;
  const autosave = createAutosave({
    delayMs: SAVE_DELAY_MS,
    write: async (key) => {
      if (key === LESSON) return store.saveProgress(getState().progress);
      const task = getState().tasks[key];
      if (task !== undefined) return store.saveTask(task);
    },
    onChange: (error) => setState({ error }),
  });
  const changeProgress = (changes: Partial<LessonProgressRecord>): void => {
    setState({ progress: { ...getState().progress, ...changes, changedAt: now() } });
    autosave.mark(LESSON);
  };
  const changeTask = (
    blockId: string,
    changes: (task: TaskProgressRecord) => Partial<TaskProgressRecord>,
  ): void => {
    const task = getState().tasks[blockId] ?? newTask(lessonId, blockId);
    setState({ tasks: { ...getState().tasks, [blockId]: { ...task, ...changes(task) } } });
    autosave.mark(blockId);
    changeProgress({});
  };

  return {
    state,
    visit(stepId) {
      if (getState().progress.stepId !== stepId) changeProgress({ stepId });
    },
    finishStep(stepId) {
      const { doneSteps } = getState().progress;
      if (doneSteps.some((done) => done.stepId === stepId)) return;
      changeProgress({ doneSteps: [...doneSteps, { stepId, doneAt: now() }] });
    },
    openAll: () => changeProgress({ isOpen: true }),
    showHint: (blockId, nHints) => changeTask(blockId, (task) => ({ nHints: Math.max(task.nHints, nHints) })),
    showSolution: (blockId) =>
      changeTask(blockId, ({ solutionSeenAt }) => ({ solutionSeenAt: solutionSeenAt ?? now() })),
    recordTry: (blockId, passed) =>
      changeTask(blockId, ({ nTries, passedAt }) => ({
        nTries: nTries + 1,
        passedAt: passedAt ?? (passed ? now() : null),
      })),
    write: (blockId, answer) => changeTask(blockId, () => ({ answer })),
    give: (blockId, choice) =>
      changeTask(blockId, ({ answeredAt }) => ({ choice, answeredAt: answeredAt ?? now() })),
    addTime: (ms) => changeProgress({ timeMs: getState().progress.timeMs + ms }),
    reset(stepIds, blockIds) {
      const { progress, tasks } = getState();
      const snapshot = { doneSteps: progress.doneSteps, tasks: blockIds.flatMap((id) => tasks[id] ?? []) };
      for (const { blockId } of snapshot.tasks) changeTask(blockId, () => newTask(lessonId, blockId));
      changeProgress({ doneSteps: progress.doneSteps.filter(({ stepId }) => !stepIds.includes(stepId)) });
      return snapshot;
    },
    restore({ doneSteps, tasks }) {
      for (const task of tasks) changeTask(task.blockId, () => task);
      changeProgress({ doneSteps });
    },
    unsavedTasks: () => [...autosave.unsaved].flatMap((key) => getState().tasks[key] ?? []),
    follow(other) {
      const tasks = Object.fromEntries(other.tasks.map((task) => [task.blockId, task]));
      setState({ progress: other.progress ?? getState().progress, tasks });
    },
    flush: autosave.flush,
  };
}

function newProgress(lessonId: string, startedAt: number): LessonProgressRecord {
  return {
    ...{ kind: 'lesson-progress', version: 1, lessonId, startedAt, changedAt: startedAt },
    ...{ stepId: null, isOpen: false, doneSteps: [], timeMs: 0 },
  };
}

function newTask(lessonId: string, blockId: string): TaskProgressRecord {
  return {
    ...{ kind: 'task-progress', version: 1, lessonId, blockId, nHints: 0, solutionSeenAt: null },
    ...{ nTries: 0, passedAt: null, answer: '', choice: null, answeredAt: null },
  };
}
