import type { RunEnd } from '../../notebook/document/notebook.ts';
import type { CellOutput } from '../../notebook/document/output.ts';
import type { CellProgram } from '../../notebook/kernel/kernel.ts';
import { verdictOf } from '../../notebook/lesson/cell-verdict.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { checkIdOf } from '../../notebook/lesson/step-programs.ts';
import { decodeLink } from '../../notebook/link/decode-link.ts';
import type { Report, ReportLesson, ReportStep } from '../../notebook/report/report.ts';
import { lessonCells } from '../course/lesson-cells.ts';
import { createLessonKernel, type LessonKernelOptions } from '../course/lesson-kernel.ts';
import { settingsOf } from '../course/link-settings.ts';
import { reportRunOf } from '../course/report-lab-of.ts';
import { readStepRecord } from '../course/step-record.ts';
import type { KernelHost } from '../notebook/kernel-host.ts';
import { compareRuns, type RunComparison } from './compare-runs.ts';

/** What came of running a student's code again. */
export interface LessonReplay {
  readonly lessonId: string;
  /** Null where it was replayed; else the lesson is none of this version of the lab. */
  readonly problem: 'unknown-lesson' | null;
  readonly steps: readonly StepReplay[];
}

/** One step: its runs compared, and its checks run again. */
export interface StepReplay {
  readonly stepId: string;
  readonly runs: readonly RunComparison[];
  readonly checks: readonly {
    readonly taskId: string;
    readonly isPassedInReport: boolean;
    readonly passes: boolean;
  }[];
  /** Why the step's lab could not be made ready, or the kernel was lost; null where neither happened. */
  readonly problem: string | null;
}

/** What replaying needs. */
export interface ReplayOptions extends Pick<LessonKernelOptions, 'loadPreparation' | 'openHost'> {
  readonly loadLesson: (lesson: ReportLesson) => Promise<ReadableLesson | null>;
  /** A lab that holds nothing yet, and is gone when it is not used any more. */
  readonly createWorkspace: (dataset: string | null) => LessonKernelOptions['workspace'];
  readonly signal: AbortSignal;
  /** A cell that takes longer is stopped. */
  readonly cellLimitMs: number;
  /** Called before each step. */
  readonly onStep: (stepId: string) => void;
}

/**
 * Runs a student's code again, behind the wall: each step in a fresh lab with a fresh kernel, its cells as they were run
 * last, in the order of the lesson, and the lesson's own checks. Rejects with the signal's reason when it is aborted.
 */
export async function replayReport(report: Report, options: ReplayOptions): Promise<readonly LessonReplay[]> {
  const lessons: LessonReplay[] = [];
  for (const lesson of report.lessons) {
    const readable = await options.loadLesson(lesson);
    lessons.push(
      readable === null
        ? { lessonId: lesson.lessonId, problem: 'unknown-lesson', steps: [] }
        : { lessonId: lesson.lessonId, problem: null, steps: await replayLesson(lesson, readable, options) },
    );
  }
  return lessons;
}

/** How many steps of a report have code that ran. */
export function countReplaySteps({ lessons }: Pick<Report, 'lessons'>): number {
  return lessons.flatMap(({ steps }) => steps.filter(isReplayed)).length;
}

function isReplayed({ tasks, lab }: ReportStep): boolean {
  return (lab?.runs.length ?? 0) > 0 || tasks.some((task) => 'run' in task && task.run !== null);
}

async function replayLesson(
  lesson: ReportLesson,
  { lesson: { introduction, steps, start } }: ReadableLesson,
  options: ReplayOptions,
): Promise<readonly StepReplay[]> {
  const link = lesson.link === null ? null : decodeLink(lesson.link).link;
  const replays: StepReplay[] = [];
  for (const step of lesson.steps.filter(isReplayed)) {
    options.signal.throwIfAborted();
    options.onStep(step.id);
    const settings = settingsOf(link);
    const { dataset } = settings;
    const workspace = options.createWorkspace(dataset?.kind === 'shipped' ? dataset.name : start.dataset);
    const kernel = createLessonKernel({
      ...{ lesson: { introduction, steps, start }, cells: lessonCells({ introduction, steps }) },
      ...{ settings, workspace, loadPreparation: options.loadPreparation },
      openHost: options.openHost,
    });
    const host = await kernel.open({ onState: () => undefined, onTopics: () => undefined });
    try {
      const { checks, problem } = await runStep(step, programsOf(step, steps), { host, options });
      const isReady = kernel.lab.getState().phase === 'ready';
      const place = { lessonId: lesson.lessonId, stepId: step.id, recordedAt: 0 };
      const record = isReady ? await readStepRecord(await workspace.load(), place) : null;
      const runs = record?.runs.map((run) => reportRunOf(run, record.receipts[run.info.runId] ?? null)) ?? [];
      replays.push({ stepId: step.id, checks, problem, runs: compareRuns(step.lab?.runs ?? [], runs) });
    } finally {
      host.close();
    }
  }
  return replays;
}

/** A cell of a student with the lesson's check of it, where it has one. */
interface ReplayedCell {
  readonly program: CellProgram;
  readonly check: CellProgram | null;
  readonly isPassedInReport: boolean;
}

function programsOf(step: ReportStep, steps: ReadableLesson['lesson']['steps']): readonly ReplayedCell[] {
  const blocks = steps.flatMap((one) => one.blocks);
  return step.tasks.flatMap((task): ReplayedCell[] => {
    if (!('run' in task) || task.run === null || task.run.end === 'stopped') return [];
    const exercise = blocks.find((block) => block.kind === 'exercise' && block.id === task.id);
    const check = exercise?.kind === 'exercise' ? exercise.check.source : null;
    return [
      {
        program: { cellId: task.id, source: task.run.source ?? task.source },
        check: check === null ? null : { cellId: checkIdOf(task.id), source: check },
        isPassedInReport: task.kind === 'exercise' && task.passedAt !== null,
      },
    ];
  });
}

async function runStep(
  { id }: ReportStep,
  cells: readonly ReplayedCell[],
  { host, options }: { readonly host: KernelHost; readonly options: ReplayOptions },
): Promise<Pick<StepReplay, 'checks' | 'problem'>> {
  const checks: StepReplay['checks'][number][] = [];
  for (const { program, check, isPassedInReport } of cells) {
    const ran = await runCell(program, host, options);
    if (!ran.stateKept) return { checks, problem: ran.message || id };
    if (check === null) continue;
    const checked = ran.end === 'ok' ? await runCell(check, host, options) : null;
    checks.push({ taskId: program.cellId, isPassedInReport, passes: checked?.end === 'ok' });
  }
  return { checks, problem: null };
}

async function runCell(
  program: CellProgram,
  host: KernelHost,
  { signal, cellLimitMs }: ReplayOptions,
): Promise<{ readonly end: RunEnd; readonly stateKept: boolean; readonly message: string }> {
  signal.throwIfAborted();
  const outputs: CellOutput[] = [];
  const stop = (): void => void host.stop();
  const timer = setTimeout(stop, cellLimitMs);
  signal.addEventListener('abort', stop);
  try {
    const { end, stateKept } = await host.run(program, {
      onOutput: (output) => outputs.push(output),
      onProgress: () => undefined,
    });
    signal.throwIfAborted();
    return {
      end,
      stateKept,
      message: end === 'stopped' ? 'stopped' : verdictOf({ end, outputs }, program.cellId).message,
    };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
