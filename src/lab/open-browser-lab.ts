import { type LabCollections, labKeyPaths } from '../core/engine/collections.ts';
import { createEngine } from '../core/engine/create-engine.ts';
import { LabError } from '../core/errors.ts';
import { createSeededIds } from '../core/tracking/id-source.ts';
import { createLabApi } from '../notebook/lab-api/lab-api.ts';
import { openIndexedDb } from '../storage/indexeddb-database.ts';
import { labUpgrades } from '../storage/lab-upgrades.ts';
import { createForestPool } from '../workers/forest-pool.ts';
import { tfjsRuntime } from '../workers/tfjs-runtime.ts';
import { workerTrainer } from '../workers/worker-trainer.ts';
import { streamflowFiles } from './streamflow-files.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Opens the lab that this browser keeps under `databaseName`. `codeVersion` goes into receipts. */
export async function openBrowserLab(options: {
  readonly databaseName: string;
  readonly codeVersion: string;
}): Promise<Workspace> {
  // What MLflow and scikit-learn warn of is part of what is taught; the console's warnings are for faults of the page.
  const warn = (message: string): void => console.info(message);
  const executor = createForestPool();
  const engine = await createEngine({
    database: await openIndexedDb<LabCollections>({
      name: options.databaseName,
      keyPaths: labKeyPaths,
      upgrades: labUpgrades,
    }),
    ids: createSeededIds(crypto.randomUUID()),
    user: 'student',
    executor,
    tfjs: tfjsRuntime,
    timer: () => performance.now(),
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
