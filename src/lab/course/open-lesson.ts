import type { CellRun, CodeCell, Notebook } from '../../notebook/document/notebook.ts';
import { linesWithBlanks } from '../../notebook/lesson/blanks.ts';
import { verdictOf } from '../../notebook/lesson/cell-verdict.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { checkIdOf } from '../../notebook/lesson/step-programs.ts';
import type { LessonLink } from '../../notebook/link/lesson-link.ts';
import { createAutosave } from '../notebook/autosave.ts';
import { createNotebookSession, type NotebookSession } from '../notebook/notebook-session.ts';
import type { Topic } from '../workspace/workspace.ts';
import type { LessonBaseRecord } from './course-collections.ts';
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
  /**
   * The same work with the lesson's texts in another language: what the student typed stays, cells that they did not
   * touch are in that language, and the kernel keeps its variables, as the languages of a lesson have the same code. Null
   * where that lesson has other cells, or where another tab works in it; then it is to be opened anew.
   */
  translate(readable: ReadableLesson): Promise<OpenLesson | null>;
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
  const { lessonId, link, course, workspace } = options;
  const cells = lessonCells(options.readable.lesson);
  const stored = await course.readLesson(lessonId);
  const { notebook, update: firstUpdate } = await openNotebook(options, stored.bases);
  /** In the language that is shown. */
  let { readable } = options;
  let update = firstUpdate;
  const progress = createLessonProgress({ lessonId, stored, store: course, now: options.now });
  const kernel = createLessonKernel({
    ...options,
    get lesson() {
      return readable.lesson;
    },
    ...{ cells, settings: settingsOf(link) },
  });
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
  /** The kernel went between an exercise and its check, which has judged nothing. */
  const wasLost = (checkId: string, before: CellRun | null): boolean => {
    const check = cellOf(checkId);
    const isNew = check !== null && check.lastRun !== before;
    return isNew && check.lastRun?.stoppedBy === 'crash' && check.outputs.length === 0;
  };
  const finishIfSolved = (): void => {
    for (const { id, blocks } of readable.lesson.steps) {
      const exercises = blocks.filter((block) => block.kind === 'exercise');
      const { tasks } = progress.state.getState();
      if (exercises.length > 0 && exercises.every((block) => tasks[block.id]?.passedAt != null))
        progress.finishStep(id);
    }
  };
  const blockIdsIn = (stepIds: readonly string[]): string[] =>
    readable.lesson.steps
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

  const shown = (): OpenLesson => ({
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
      let last = cellOf(checkId)?.lastRun ?? null;
      let outcome = await runAll(blockId, [checkId]);
      if (wasLost(checkId, last)) {
        last = cellOf(checkId)?.lastRun ?? null;
        outcome = await runAll(blockId, [checkId]);
      }
      const ran = cellOf(blockId)?.lastRun ?? null;
      // Stopped before its turn came: no try.
      if (outcome !== null || ran === null || ran === before || ran.end === 'stopped') return outcome;
      if (wasLost(checkId, last)) return outcome;
      progress.recordTry(blockId, passes(ran.end === 'ok' ? cellOf(checkId) : null));
      finishIfSolved();
      return null;
    },
    reset,
    async restart() {
      await recordBefore(null);
      const undo = reset(readable.lesson.steps.map(({ id }) => id));
      await session.restart();
      await workspace.renew();
      return undo;
    },
    async translate(translated) {
      if (!hasSameCells(cells, lessonCells(translated.lesson)) || !session.state.getState().isEditable)
        return null;
      const before = session.document();
      const { bases } = await course.readLesson(lessonId);
      const opened = await bringUpToDate({ ...options, readable: translated }, before, bases);
      readable = translated;
      update = opened.update;
      const sources = new Map(before.cells.map(({ id, source }) => [id, source]));
      // What was typed meanwhile stays.
      for (const { id, source } of opened.notebook.cells)
        if (session.state.getState().cells[id]?.cell.source === sources.get(id)) session.edit(id, source);
      return shown();
    },
    async flush() {
      await recording.flush();
      await Promise.all([session.flush(), progress.flush()]);
    },
    async close() {
      await recording.flush();
      await Promise.all([session.close(), progress.flush()]);
    },
  });
  return shown();
}

function hasSameCells(cells: readonly LessonCell[], others: readonly LessonCell[]): boolean {
  const placeOf = ({ id, role, stepId }: LessonCell): string => `${stepId} ${role} ${id}`;
  return cells.map(placeOf).join('\n') === others.map(placeOf).join('\n');
}

function passes(check: CodeCell | null): boolean {
  if (check?.lastRun == null || check.lastRun.end === 'stopped') return false;
  return verdictOf({ end: check.lastRun.end, outputs: check.outputs }, check.id).passed;
}

/** The lesson's notebook as the student left it, brought up to what the lesson says now. */
async function openNotebook(
  options: OpenLessonOptions,
  bases: readonly LessonBaseRecord[],
): Promise<OpenedNotebook> {
  const { lessonId, course } = options;
  const isKnown = (await course.notebooks.list()).some(({ id }) => id === lessonId);
  if (!isKnown) await course.notebooks.create(freshNotebook(options));
  return bringUpToDate(options, await course.notebooks.read(lessonId), bases);
}

interface OpenedNotebook {
  readonly notebook: Notebook;
  readonly update: LessonUpdate;
}

function bringUpToDate(
  options: OpenLessonOptions,
  stored: Notebook,
  bases: readonly LessonBaseRecord[],
): Promise<OpenedNotebook> {
  const { lessonId, readable, course } = options;
  const { lesson } = readable;
  const editable = new Set(
    lessonCells(lesson)
      .filter(isEditable)
      .map(({ id }) => id),
  );
  const fresh = freshNotebook(options);
  return createLessonUpdate({ lessonId, language: lesson.language, fresh, stored, editable, bases, course });
}

/** The notebook as the lesson has it, with the texts of the link. */
function freshNotebook({ lessonId, readable: { lesson }, link }: OpenLessonOptions): Notebook {
  const changed = new Map(link?.cells?.map(({ label, source }) => [label, source]));
  return {
    ...{ kind: 'notebook', version: 1, id: lessonId, title: lesson.title },
    cells: lessonCells(lesson).map((cell) => ({
      ...{ kind: 'code', id: cell.id, outputs: [], lastRun: null },
      source: isEditable(cell) ? (changed.get(cell.id) ?? cell.source) : cell.source,
    })),
  };
}
