import { createStore, type StoreApi } from 'zustand/vanilla';
import { LabError, quote } from '../../core/errors.ts';
import { earliestLanding } from '../../core/snapshots/earliest-landing.ts';
import type { CellOutput } from '../../notebook/document/output.ts';
import type { CellProgram, RunListener } from '../../notebook/kernel/kernel.ts';
import type { Lesson } from '../../notebook/lesson/lesson.ts';
import {
  type LessonVariables,
  variablesOf,
  variablesProgram,
} from '../../notebook/lesson/lesson-variables.ts';
import { type LoadPreparation, setupsOf } from '../../notebook/lesson/step-programs.ts';
import type { HostedResult, KernelEvents, KernelHost, OpenKernel } from '../notebook/kernel-host.ts';
import { readDatasetDigest } from '../workspace/dataset-digest.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LessonCell } from './lesson-cells.ts';
import type { LessonWorkspace } from './lesson-workspace.ts';
import { areMonthsOf, type LinkDataset, readLinkDataset } from './link-dataset.ts';

/** How the lab of a lesson stands: for which step it was made ready, and what has run in it since. */
export interface LessonLabState {
  readonly phase: 'off' | 'preparing' | 'ready' | 'failed';
  readonly stepId: string | null;
  readonly ranCellIds: readonly string[];
}

/** What a link or a teacher sets that the lesson's file leaves open. */
export interface LessonStartSettings {
  /** In place of the lesson's own data. */
  readonly dataset?: LinkDataset | undefined;
  readonly clock?: Date | undefined;
  /** In place of what the lesson's head gives. */
  readonly variables: LessonVariables;
}

/** What the kernel of a lesson needs. */
export interface LessonKernelOptions {
  readonly lesson: Pick<Lesson, 'introduction' | 'steps' | 'start'>;
  readonly cells: readonly LessonCell[];
  readonly settings: LessonStartSettings;
  readonly workspace: LessonWorkspace;
  readonly loadPreparation: LoadPreparation;
  /** Starts a kernel behind the wall over a lab. */
  readonly openHost: (workspace: Workspace, events: KernelEvents) => Promise<KernelHost>;
}

/** The kernel of a lesson, and how its lab stands. */
export interface LessonKernel {
  readonly open: OpenKernel;
  readonly lab: Pick<StoreApi<LessonLabState>, 'getState' | 'getInitialState' | 'subscribe'>;
}

const OFF: LessonLabState = { phase: 'off', stepId: null, ranCellIds: [] };
/** Beside the tasks of cells, which count from 0. */
const PREPARATION_TASK = -1;

/**
 * A kernel that makes a step's lab ready before the first of its cells runs: an empty lab, the lesson's dataset and
 * clock, its preparations and setups, in the order in which the rehearsal runs them. A step left and entered again, a
 * hard stop and a restart begin anew.
 */
export function createLessonKernel(options: LessonKernelOptions): LessonKernel {
  const lab = createStore<LessonLabState>(() => OFF);
  const stepOf = new Map(options.cells.map(({ id, stepId }) => [id, stepId]));
  const roleOf = new Map(options.cells.map(({ id, role }) => [id, role]));

  const open = (events: KernelEvents): KernelHost => {
    let host: KernelHost | null = null;
    let isStopping = false;

    const closeHost = async (): Promise<void> => {
      const closing = host;
      host = null;
      // What its cells left open in the lab is ended before the lab is emptied.
      await closing?.close();
    };

    /** A kernel that was lost while nothing ran has taken along what the lab was made ready with. */
    const toldOf =
      ({ onState }: KernelEvents): KernelEvents['onState'] =>
      (state) => {
        const isLost = state === 'starting' || state === 'crashed';
        if (isLost && lab.getState().phase === 'ready') lab.setState(OFF);
        onState(state);
      };

    const prepare = async (stepId: string, listener: RunListener): Promise<HostedResult | null> => {
      lab.setState({ phase: 'preparing', stepId, ranCellIds: [] });
      await closeHost();
      const { dataset } = options.settings;
      const workspace = await options.workspace.renew(
        ...(dataset?.kind === 'free-lab' ? (['free-lab-data'] as const) : []),
      );
      await loadStart(workspace, options, listener);
      if (isStopping) return endedEarly('stopped');
      host = await options.openHost(workspace, { ...events, onState: toldOf(events) });
      for (const program of await programsBefore(options, stepId)) {
        const result = await host.run(program, onlyTroubles(listener));
        if (result.end !== 'ok') return { ...result, stateKept: false };
      }
      lab.setState({ phase: 'ready', stepId, ranCellIds: [] });
      events.onTopics(['clock', 'data', 'features', 'runs', 'models', 'serving', 'faults']);
      return null;
    };

    return {
      get state() {
        return host?.state ?? 'starting';
      },
      async run(cell, listener) {
        isStopping = false;
        const stepId = stepOf.get(cell.cellId) ?? null;
        const role = roleOf.get(cell.cellId);
        const { phase, stepId: present } = lab.getState();
        // A check follows its exercise, which made the lab ready: in another lab it would judge what nobody wrote.
        if (role === 'check' && phase !== 'ready') return endedEarly('stopped');
        if (host === null || phase !== 'ready' || (stepId !== null && stepId !== present)) {
          const failed = await prepare(stepId ?? options.lesson.steps[0]?.id ?? '', listener).catch(
            (error: unknown) => {
              listener.onOutput(errorOutputOf(error));
              return endedEarly('error');
            },
          );
          if (failed !== null) {
            lab.setState({ ...OFF, phase: 'failed', stepId });
            return failed;
          }
        }
        // The preparation has run it.
        if (role === 'setup') return { ...endedEarly('ok'), stateKept: true };
        const result = await host!.run({ ...cell, scope: scopeOf(role) }, listener);
        if (!result.stateKept) lab.setState(OFF);
        else lab.setState(({ ranCellIds }) => ({ ranCellIds: [...ranCellIds, cell.cellId] }));
        return result;
      },
      stop() {
        isStopping = true;
        return host?.stop();
      },
      restart() {
        lab.setState(OFF);
        return closeHost();
      },
      close() {
        lab.setState(OFF);
        void closeHost();
      },
    };
  };
  return { open, lab };
}

function scopeOf(role: LessonCell['role'] | undefined): CellProgram['scope'] {
  if (role === 'check') return 'own';
  return role === 'exercise' ? 'attempt' : 'notebook';
}

async function loadStart(
  workspace: Workspace,
  { lesson: { start }, settings }: LessonKernelOptions,
  listener: RunListener,
): Promise<void> {
  const { api } = workspace;
  const onProgress: Parameters<typeof api.data.load>[1] = {
    onProgress: (progress) => listener.onProgress(PREPARATION_TASK, progress),
  };
  const dataset = settings.dataset ?? (start.dataset === null ? null : readLinkDataset(start.dataset));
  if (dataset?.kind === 'free-lab') await checkMonths(workspace, dataset.digest);
  else if (dataset !== null) await api.data.load(dataset.name, onProgress);
  const clock = settings.clock ?? (start.clock === null ? null : new Date(start.clock));
  if (clock !== null) await api.clock.set(clock);
}

/** That the months copied from the free lab are those of the link; the clock moves on to the day after them. */
async function checkMonths(workspace: Workspace, wanted: string): Promise<void> {
  const { snapshots, time } = workspace.engine;
  if (!areMonthsOf(wanted, await readDatasetDigest(workspace))) {
    throw new LabError(
      'your free lab does not hold the months that this link is about',
      'import the files that your teacher gave you on the data page, and nothing else; then set this lab up again',
    );
  }
  const landings = (await snapshots.listSnapshots()).map(({ asOf }) => earliestLanding(asOf));
  await time.set(Math.max(time.clock.now(), ...landings));
}

async function programsBefore(
  { lesson, settings, loadPreparation }: LessonKernelOptions,
  stepId: string,
): Promise<readonly CellProgram[]> {
  const variables = variablesProgram({ ...variablesOf(lesson.start), ...settings.variables });
  const preparations = lesson.start.prepare.map(async (name): Promise<CellProgram> => {
    const source = await loadPreparation(name);
    if (source === null) {
      throw new LabError(
        `no preparation ${quote(name)}`,
        'the lesson was written for another version of the lab',
      );
    }
    return { cellId: name, source };
  });
  const step = lesson.steps.find(({ id }) => id === stepId);
  const setups = step === undefined ? [] : setupsOf(lesson, step);
  return [
    ...(variables === null ? [] : [variables]),
    ...(await Promise.all(preparations)),
    ...setups.map(({ id, code }) => ({ cellId: id, source: code.source })),
  ];
}

/** What a setup shows is not the student's; what went wrong in it is. */
function onlyTroubles(listener: RunListener): RunListener {
  return {
    onOutput: (output) => {
      if (output.kind === 'error') listener.onOutput(output);
    },
    onProgress: listener.onProgress,
  };
}

function endedEarly(end: HostedResult['end']): HostedResult {
  return { end, reads: [], writes: [], variables: [], stateKept: false };
}

function errorOutputOf(error: unknown): CellOutput {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'error', name, message, hint: error instanceof LabError ? error.hint : null, places: [] };
}
