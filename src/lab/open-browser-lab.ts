import type { Database } from '../core/database.ts';
import type { LabCollections } from '../core/engine/collections.ts';
import { createEngine } from '../core/engine/create-engine.ts';
import { LabError } from '../core/errors.ts';
import { createSeededIds } from '../core/tracking/id-source.ts';
import { createLabApi } from '../notebook/lab-api/lab-api.ts';
import { createForestPool } from '../workers/forest-pool.ts';
import { tfjsRuntime } from '../workers/tfjs-runtime.ts';
import { workerTrainer } from '../workers/worker-trainer.ts';
import { streamflowFiles } from './streamflow-files.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What a lab in the browser is opened over. */
export interface BrowserLabOptions {
  readonly database: Database<LabCollections>;
  /** Goes into receipts. */
  readonly codeVersion: string;
  /** Ids of runs and models depend on this alone; left out, they are drawn. */
  readonly seed?: string;
  /** Milliseconds that only grow, for latencies; left out, the page's own. */
  readonly timer?: () => number;
}

/** Opens the lab that `database` holds, in this browser. */
export async function openBrowserLab(options: BrowserLabOptions): Promise<Workspace> {
  // What MLflow and scikit-learn warn of is part of what is taught; the console's warnings are for faults of the page.
  const warn = (message: string): void => console.info(message);
  const executor = createForestPool();
  const engine = await createEngine({
    database: options.database,
    ids: createSeededIds(options.seed ?? randomSeed()),
    user: 'student',
    executor,
    tfjs: tfjsRuntime,
    timer: options.timer ?? (() => performance.now()),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onWarning: ({ message }) => warn(message),
  });
  const api = createLabApi({
    engine,
    datasets: { streamflow: streamflowFiles },
    danfo: () => {
      throw new LabError('danfojs is not loaded on this page', 'use toRows() or toTable() here');
    },
    executor,
    tfjs: tfjsRuntime,
    trainer: workerTrainer,
    codeVersion: options.codeVersion,
    entropy: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
    warn,
  });
  return { engine, api };
}

/** Not `randomUUID`, which plain `http` addresses lack: a classroom's server may have no other. */
function randomSeed(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
