import * as v from 'valibot';
import type { Engine } from '../../core/engine/create-engine.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { CancelSignal, Progress } from '../../core/task.ts';
import { RefusedValueError } from './check-plain.ts';

/** What of the lab a call changed. */
export type EngineTopic = 'clock' | 'data' | 'features' | 'runs' | 'models' | 'serving' | 'faults';

/** What the methods work on: one engine and nothing else. */
export interface EngineMethodContext {
  readonly engine: Engine;
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
}

/** How a call is watched and cancelled. */
export interface CallTask {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: CancelSignal;
}

/** One method that a kernel may call. */
export interface EngineMethod {
  /** What it may have changed, whether it went well or not. */
  readonly changes: readonly EngineTopic[];
  /** Checks the arguments, then calls the engine. */
  call(context: EngineMethodContext, args: readonly unknown[], task: CallTask): Promise<unknown>;
}

/** A method whose arguments fit `schema`, or nothing is done. */
export function method<S extends v.GenericSchema<unknown, readonly unknown[]>>(
  schema: S,
  call: (context: EngineMethodContext, args: v.InferOutput<S>, task: CallTask) => unknown,
  changes: readonly EngineTopic[] = [],
): EngineMethod {
  return {
    changes,
    call: async (context, given, task) => call(context, parse(schema, given), task),
  };
}

function parse<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, given, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  const path = v.getDotPath(issue) ?? '0';
  throw new RefusedValueError(
    `the arguments do not fit at ${path}: ${issue.message}`,
    'see the documentation of the function for what it takes',
  );
}
