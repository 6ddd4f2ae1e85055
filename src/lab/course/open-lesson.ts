import type { CodeCell, Notebook } from '../../notebook/document/notebook.ts';
import { linesWithBlanks } from '../../notebook/lesson/blanks.ts';
import { verdictOf } from '../../notebook/lesson/cell-verdict.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { checkIdOf } from '../../notebook/lesson/step-programs.ts';
import type { LessonLink } from '../../notebook/link/lesson-link.ts';
import { createAutosave } from '../notebook/autosave.ts';
import { createNotebookSession, type NotebookSession } from '../notebook/notebook-session.ts';
import type { Topic } from '../workspace/workspace.ts';
import type { CourseStore } from './course-store.ts';
import { isEditable, type LessonCell, lessonCells, setupIdOf } from './lesson-cells.ts';
import { createLessonKernel, type LessonKernel, type LessonKernelOptions } from './lesson-kernel.ts';
import { createLessonProgress, type LessonProgress, type ProgressSnapshot } from './lesson-progress.ts';
import { createLessonUpdate, type LessonUpdate } from './lesson-update.ts';
import type { LessonWorkspace } from './lesson-workspace.ts';
import { settingsOf } from './link-settings.ts';
import { readStepRecord } from './step-record.ts';

/** A lesson that a student works in: its cells as a notebook, its progress, its lab. */
export interface OpenLesson {
  readonly lessonId: string;
  readonly readable: ReadableLesson;
  readonly link: LessonLink | null;
  /** When the link was accepted, UTC milliseconds. */
  readonly linkOpenedAt: number | null;
  readonly session: NotebookSession;
  readonly progress: LessonProgress;
  readonly update: LessonUpdate;
  readonly workspace: LessonWorkspace;
  readonly lab: LessonKernel['lab'];
  /** Makes the lab of a step ready, where it is not. */
  prepare(stepId: string): Promise<void>;
  /** Runs a cell, after those above it that ran before and whose variables are gone. */
  run(cellId: string): Promise<RunOutcome>;
  /** Runs an exercise and then its check; what came of it counts. */
  check(blockId: string): Promise<RunOutcome>;
  /** Gives the cells and tasks of steps back as the lesson has them; the result undoes it. */
  reset(stepIds: readonly string[]): () => void;
  /** As `reset` for all steps, and an empty lab. */
  restart(): Promise<() => void>;
  /** Resolves when everything is on disk, the record of the lab too. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Whether a run took place: code with blanks is not run. */
export type RunOutcome = { readonly blankLines: readonly number[] } | null;

/** What opening a lesson needs. */
export interface OpenLessonOptions
  extends Pick<LessonKernelOptions, 'loadPreparation' | 'openHost' | 'workspace'> {
  readonly lessonId: string;
  readonly readable: ReadableLesson;
  readonly link: LessonLink | null;
  readonly linkOpenedAt: number | null;
  readonly course: CourseStore;
  readonly onTopics: (topics: readonly Topic[]) => void;
  /** The wall clock, UTC milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

const RECORD = 'record';
const RECORD_DELAY_MS = 1500;

/** Opens a lesson with everything that was done in it; nothing of it runs yet. */
export async function openLesson(options: OpenLessonOptions): Promise<OpenLesson> {
  const { lessonId, readable, link, course, workspace } = options;
  const { lesson } = readable;
  const cells = lessonCells(lesson);
  const stored = await course.readLesson(lessonId);
  const { notebook, update } = await openNotebook(options, cells, stored.bases);
  const progress = createLessonProgress({ lessonId, stored, store: course, now: options.now });
  const kernel = createLessonKernel({ ...options, lesson, cells, settings: settingsOf(link) });
  const session = createNotebookSession({
    notebook,
    store: course.notebooks,
    openKernel: kernel.open,
    onTopics: options.onTopics,
    now: options.now,
    newId: options.newId,
  });
  // A record takes a moment to read: not after every cell of a row, and never in the way of a run.
  const recording = createAutosave({
    delayMs: RECORD_DELAY_MS,
    write: async () => {
      const { phase, stepId } = kernel.lab.getState();
      if (phase !== 'ready' || stepId === null) return;
      const place = { lessonId, stepId, recordedAt: options.now() };
      await course.saveRecord(await readStepRecord(await workspace.load(), place));
    },
    onChange: () => undefined,
  });
  /** What is in the lab is kept before another step's lab takes its place. */
  const recordBefore = async (stepId: string | null): Promise<void> => {
    if (stepId !== kernel.lab.getState().stepId) await recording.flush();
  };
  const cellOf = (cellId: string): CodeCell | null => {
    const cell = session.state.getState().cells[cellId]?.cell;
    return cell?.kind === 'code' ? cell : null;
  };
  const blanksIn = (cellId: string): readonly number[] => linesWithBlanks(cellOf(cellId)?.source ?? '');

  /** Cells above that ran well before, in this step, and have not since its lab was made. */
  const missingBefore = (cellId: string): string[] => {
    const at = cells.findIndex(({ id }) => id === cellId);
    const target = cells[at];
    if (target === undefined) return [];
    const { phase, stepId, ranCellIds } = kernel.lab.getState();
    const isReady = phase === 'ready' && stepId === target.stepId;
    return cells
      .slice(0, at)
      .filter((cell) => isEditable(cell) && cell.stepId === target.stepId)
      .filter(({ id }) => cellOf(id)?.lastRun?.end === 'ok' && blanksIn(id).length === 0)
      .filter(({ id }) => !isReady || !ranCellIds.includes(id))
      .map(({ id }) => id);
  };
  const runAll = async (cellId: string, following: readonly string[]): Promise<RunOutcome> => {
    const blankLines = blanksIn(cellId);
    if (blankLines.length > 0) return { blankLines };
    session.leave(cellId);
    await recordBefore(cells.find(({ id }) => id === cellId)?.stepId ?? null);
    await session.run([...missingBefore(cellId), cellId, ...following]);
    recording.mark(RECORD);
    return null;
  };
  const finishIfSolved = (): void => {
    for (const { id, blocks } of lesson.steps) {
      const exercises = blocks.filter((block) => block.kind === 'exercise');
      const { tasks } = progress.state.getState();
      if (exercises.length > 0 && exercises.every((block) => tasks[block.id]?.passedAt != null))
        progress.finishStep(id);
    }
  };
  const blockIdsIn = (stepIds: readonly string[]): string[] =>
    lesson.steps
      .filter(({ id }) => stepIds.includes(id))
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [] : [block.id])));

  const reset = (stepIds: readonly string[]): (() => void) => {
    const changed = cells.filter((cell) => isEditable(cell) && stepIds.includes(cell.stepId ?? ''));
    const before = changed.map(({ id }) => [id, cellOf(id)?.source ?? ''] as const);
    for (const { id, source } of changed) {
      // What is given up stays among the versions of its cell.
      session.leave(id);
      session.edit(id, update.lessonSource(id) ?? source);
      session.leave(id);
    }
    const snapshot: ProgressSnapshot = progress.reset(stepIds, blockIdsIn(stepIds));
    return () => {
      for (const [id, source] of before) session.edit(id, source);
      progress.restore(snapshot);
    };
  };

  return {
    linkOpenedAt: options.linkOpenedAt,
    ...{ lessonId, readable, link, session, progress, update, workspace, lab: kernel.lab },
    async prepare(stepId) {
      const { phase, stepId: present } = kernel.lab.getState();
      if (present === stepId && (phase === 'preparing' || phase === 'ready')) return;
      await recordBefore(stepId);
      await session.run([setupIdOf(stepId)]);
    },
    run: (cellId) => runAll(cellId, []),
    async check(blockId) {
      const checkId = checkIdOf(blockId);
      const before = cellOf(blockId)?.lastRun ?? null;
      const outcome = await runAll(blockId, [checkId]);
      const ran = cellOf(blockId)?.lastRun ?? null;
      // Stopped before its turn came: no try.
      if (outcome !== null || ran === null || ran === before || ran.end === 'stopped') return outcome;
      progress.recordTry(blockId, passes(ran.end === 'ok' ? cellOf(checkId) : null));
      finishIfSolved();
      return null;
    },
    reset,
    async restart() {
      await recordBefore(null);
      const undo = reset(lesson.steps.map(({ id }) => id));
      await session.restart();
      await workspace.renew();
      return undo;
    },
    async flush() {
      await recording.flush();
      await Promise.all([session.flush(), progress.flush()]);
    },
    async close() {
      await recording.flush();
      await Promise.all([session.close(), progress.flush()]);
    },
  };
}

function passes(check: CodeCell | null): boolean {
  if (check?.lastRun == null || check.lastRun.end === 'stopped') return false;
  return verdictOf({ end: check.lastRun.end, outputs: check.outputs }, check.id).passed;
}

/** The lesson's notebook as the student left it, brought up to what the lesson says now. */
async function openNotebook(
  { lessonId, readable: { lesson }, link, course }: OpenLessonOptions,
  cells: readonly LessonCell[],
  bases: Awaited<ReturnType<CourseStore['readLesson']>>['bases'],
): Promise<{ readonly notebook: Notebook; readonly update: LessonUpdate }> {
  const changed = new Map(link?.cells?.map(({ label, source }) => [label, source]));
  const fresh: Notebook = {
    ...{ kind: 'notebook', version: 1, id: lessonId, title: lesson.title },
    cells: cells.map((cell) => ({
      ...{ kind: 'code', id: cell.id, outputs: [], lastRun: null },
      source: isEditable(cell) ? (changed.get(cell.id) ?? cell.source) : cell.source,
    })),
  };
  const isKnown = (await course.notebooks.list()).some(({ id }) => id === lessonId);
  if (!isKnown) await course.notebooks.create(fresh);
  const stored = isKnown ? await course.notebooks.read(lessonId) : fresh;
  const editable = new Set(cells.filter(isEditable).map(({ id }) => id));
  return createLessonUpdate({ lessonId, language: lesson.language, fresh, stored, editable, bases, course });
}
