// zustand: a store of 1 kB that knows no React; the page binds to it by a selector.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { LabError } from '../../core/errors.ts';
import type { Figure, Fraction, RouteStep } from './route-step.ts';

/** What went wrong, as it is shown. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly hint: string | null;
}

/** One step as it stands. */
export interface StepState {
  readonly id: string;
  readonly title: string;
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  readonly fraction: Fraction;
  readonly figures: readonly Figure[];
  readonly failure: Failure | null;
  readonly elapsedMs: number | null;
}

/** The run of the whole route as it stands. */
export interface RouteRunState {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly steps: readonly StepState[];
}

/** A run of the route that can be watched and started, once at a time. */
export interface RouteRun {
  readonly store: StoreApi<RouteRunState>;
  start(): Promise<void>;
}

/** Prepares a run of `steps`; `open` gives a fresh state, `timer` milliseconds that only rise. */
export function createRouteRun<State>(options: {
  readonly steps: readonly RouteStep<State>[];
  readonly open: () => Promise<State>;
  readonly timer: () => number;
}): RouteRun {
  const { steps, open, timer } = options;
  const store = createStore<RouteRunState>(() => ({ status: 'idle', steps: steps.map(waiting) }));
  const update = (id: string, change: Partial<StepState>): void =>
    store.setState(({ steps: before }) => ({
      steps: before.map((step) => (step.id === id ? { ...step, ...change } : step)),
    }));

  async function runStep(step: RouteStep<State>, state: State): Promise<boolean> {
    const startedMs = timer();
    update(step.id, { status: 'running' });
    try {
      const figures = await step.run(state, (fraction) => update(step.id, { fraction }));
      update(step.id, { status: 'done', fraction: 1, figures, elapsedMs: timer() - startedMs });
      return true;
    } catch (error) {
      update(step.id, { status: 'failed', failure: toFailure(error), elapsedMs: timer() - startedMs });
      return false;
    }
  }

  return {
    store,
    async start() {
      if (store.getState().status === 'running') return;
      store.setState({ status: 'running', steps: steps.map(waiting) });
      let state: State | undefined;
      for (const step of steps) {
        state ??= await open();
        if (!(await runStep(step, state))) {
          store.setState({ status: 'failed' });
          return;
        }
      }
      store.setState({ status: 'done' });
    },
  };
}

function waiting({ id, title }: { id: string; title: string }): StepState {
  return { id, title, status: 'waiting', fraction: null, figures: [], failure: null, elapsedMs: null };
}

function toFailure(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message, hint: error instanceof LabError ? error.hint : null };
}
