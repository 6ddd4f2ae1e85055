import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CodeCell, Notebook } from '../../notebook/document/notebook.ts';
import type { Language } from '../../notebook/lesson/language.ts';
import type { LessonBaseRecord } from './course-collections.ts';
import type { CourseStore } from './course-store.ts';
import { type CellDecision, reconcileCells } from './reconcile-cells.ts';

/** What is to be decided since the lesson changed after the student had worked on it. */
export interface LessonUpdate {
  readonly state: Pick<StoreApi<UpdateState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Notes that the cell was decided on; its text is set by who decides. */
  decided(cellId: string): Promise<void>;
  /** What the lesson says for a cell: its file's text, or that of the link it is worked on by. */
  lessonSource(cellId: string): string | undefined;
}

/** Decisions that are open, in the order of the lesson. */
export interface UpdateState {
  readonly decisions: readonly CellDecision[];
}

/** What bringing a notebook up to its lesson needs. */
export interface LessonUpdateOptions {
  readonly lessonId: string;
  readonly language: Language;
  /** The notebook as the lesson has it now. */
  readonly fresh: Notebook;
  /** The notebook as the student left it. */
  readonly stored: Notebook;
  /** Cells whose text is the student's; all others are the lesson's. */
  readonly editable: ReadonlySet<string>;
  readonly bases: readonly LessonBaseRecord[];
  readonly course: Pick<CourseStore, 'saveBase' | 'notebooks'>;
}

/**
 * Brings the student's notebook up to what the lesson says now: texts that they did not touch are the lesson's, those
 * that only they changed stay, and for those that both changed a decision is open. Cells that the lesson lost are kept
 * as deleted ones.
 */
export async function createLessonUpdate({
  lessonId,
  language,
  fresh,
  stored,
  editable,
  bases,
  course,
}: LessonUpdateOptions): Promise<{ readonly notebook: Notebook; readonly update: LessonUpdate }> {
  const lessonSources = sourcesOf(fresh, editable);
  const reconciled = await reconcileCells({
    lesson: lessonSources,
    mine: sourcesOf(stored, editable),
    bases: {
      own: bases.find((base) => base.language === language)?.sources ?? null,
      others: bases.filter((base) => base.language !== language).map(({ sources }) => sources),
    },
  });
  const old = new Map(stored.cells.map((cell) => [cell.id, cell]));
  const cells = fresh.cells.map((cell): CodeCell => {
    const before = old.get(cell.id);
    const { outputs, lastRun } = before?.kind === 'code' ? before : { outputs: [], lastRun: null };
    return {
      kind: 'code',
      id: cell.id,
      source: reconciled.sources[cell.id] ?? cell.source,
      outputs,
      lastRun,
    };
  });
  for (const cell of cells) {
    const before = old.get(cell.id);
    if (before?.source === cell.source) continue;
    if (before !== undefined && editable.has(cell.id))
      await course.notebooks.keepVersion(lessonId, cell.id, before.source);
    await course.notebooks.saveSource(lessonId, cell);
  }
  const cellIds = cells.map(({ id }) => id);
  if (cellIds.join() !== stored.cells.map(({ id }) => id).join())
    await course.notebooks.saveStructure({ id: lessonId, title: fresh.title, cellIds });
  let kept = reconciled.bases;
  const saveBase = (): Promise<void> =>
    course.saveBase({ kind: 'lesson-base', version: 1, lessonId, language, sources: kept });
  await saveBase();
  const state = createStore<UpdateState>(() => ({ decisions: reconciled.decisions }));
  return {
    notebook: { ...fresh, cells },
    update: {
      state,
      async decided(cellId) {
        kept = { ...kept, [cellId]: lessonSources[cellId]! };
        state.setState(({ decisions }) => ({
          decisions: decisions.filter((decision) => decision.cellId !== cellId),
        }));
        await saveBase();
      },
      lessonSource: (cellId) => lessonSources[cellId],
    },
  };
}

function sourcesOf({ cells }: Notebook, editable: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(cells.filter(({ id }) => editable.has(id)).map(({ id, source }) => [id, source]));
}
