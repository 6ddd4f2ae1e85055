import { createStore } from 'zustand/vanilla';
import type { Progress } from '../../core/task.ts';
import { whileUnderWay } from '../session/work-under-way.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { prepareCourse } from './prepare-course.ts';
import type { Reproduction } from './reproduce-run.ts';
import { reproduceInWorker, trainInWorker, type WorkerRunOptions } from './run-in-worker.ts';
import { COURSE_SPECIFICATION, type RunSpecification } from './run-specification.ts';
import type { TrainProgress } from './train-run.ts';

/** The training that is under way, or the last one. It goes on while other pages are looked at. */
export interface TrainingState {
  readonly status: 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly runName: string;
  readonly phase: TrainProgress['phase'] | 'load';
  readonly progress: Progress | null;
  /** Mean loss per epoch so far, for networks. */
  readonly losses: readonly number[];
  /** When it began, and when the present phase did, in milliseconds of the page. */
  readonly startedMs: number;
  readonly phaseStartedMs: number;
  readonly error: unknown;
}

const IDLE: TrainingState = {
  status: 'idle',
  runName: '',
  phase: 'join',
  progress: null,
  losses: [],
  startedMs: 0,
  phaseStartedMs: 0,
  error: null,
};

/** Least time between two pictures of the same phase. */
const LEAST_MS = 100;

let controller = new AbortController();
let losses: number[] = [];
let shownMs = 0;

/** One training at a time. */
export const training = createStore<TrainingState>(() => IDLE);

/** Trains what a specification says; gives the run's id, or null where it was cancelled or failed. */
export async function startTraining(specification: RunSpecification): Promise<string | null> {
  return watch(specification.runName, async (options) => {
    return (await trainInWorker(specification, options)).runId;
  });
}

/** Trains the course's model; loads the data and defines the views first where they are missing. */
export async function trainCourseModel(workspace: Workspace): Promise<string | null> {
  return watch(COURSE_SPECIFICATION.runName, async (options) => {
    await prepareCourse(workspace, {
      signal: options.signal,
      onProgress: (progress) => enter('load', progress),
    });
    return (await trainInWorker(COURSE_SPECIFICATION, options)).runId;
  });
}

/** Runs a run again; null where it was cancelled or failed. */
export async function startReproduction(run: {
  readonly runId: string;
  readonly runName: string;
}): Promise<Reproduction | null> {
  return watch(run.runName, (options) => reproduceInWorker(run.runId, options));
}

/** Stops the training under way; its workers end at once and nothing is kept. */
export function cancelTraining(): void {
  controller.abort();
}

/** Forgets how the last training ended. */
export function dismissTraining(): void {
  if (training.getState().status !== 'running') training.setState(IDLE);
}

async function watch<T>(runName: string, work: (options: WorkerRunOptions) => Promise<T>): Promise<T | null> {
  if (training.getState().status === 'running') return null;
  controller = new AbortController();
  losses = [];
  const startedMs = performance.now();
  training.setState({ ...IDLE, status: 'running', runName, startedMs, phaseStartedMs: startedMs });
  try {
    const { signal } = controller;
    const result = await whileUnderWay(() =>
      work({ signal, onProgress: ({ phase, progress }) => enter(phase, progress) }),
    );
    training.setState({ status: 'done' });
    return result;
  } catch (error) {
    training.setState(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error });
    return null;
  }
}

/** Shows a phase at once, and progress within it as often as an eye can follow. */
function enter(phase: TrainingState['phase'], progress: Progress | null): void {
  const nowMs = performance.now();
  const before = training.getState();
  if (progress?.loss !== undefined) losses.push(progress.loss);
  if (phase === before.phase && nowMs - shownMs < LEAST_MS) return;
  shownMs = nowMs;
  training.setState({
    phase,
    progress,
    phaseStartedMs: phase === before.phase ? before.phaseStartedMs : nowMs,
    losses: losses.length === before.losses.length ? before.losses : [...losses],
  });
}
