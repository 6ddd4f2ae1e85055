import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../core/database.ts';
import { type LabCollections, labKeyPaths } from '../core/engine/collections.ts';
import { createEngine, type Engine } from '../core/engine/create-engine.ts';
import type { DatasetFiles } from '../core/snapshots/dataset-manifest.ts';
import { createSeededIds } from '../core/tracking/id-source.ts';
import type { ForestExecutor } from '../core/training/forest/forest-executor.ts';
import type { CellHooks } from '../notebook/kernel/cell-hooks.ts';
import { createLabApi, type LabApi, type LabApiContext } from '../notebook/lab-api/lab-api.ts';
import { createMemoryDatabase } from '../storage/memory-database.ts';
import { crossChannel } from './cross-channel.ts';
import { loadDanfo } from './danfo.ts';
import { createForestPool } from './forest-pool.ts';
import { tfjsRuntime } from './tfjs-runtime.ts';
import { createWarn } from './warn.ts';

/** A lab in this process: its engine, and the API that cells have over it. */
export interface HeadlessLab {
  readonly engine: Engine;
  readonly api: LabApi;
}

/** A lab whose API is still to be made, with what its cells shall hear of it. */
export interface HeadlessEngine {
  readonly engine: Engine;
  createApi(hooks: Partial<CellHooks> & Pick<LabApiContext, 'answer'>): LabApi;
}

const streamflow: DatasetFiles = {
  read: async (name) => {
    const bytes = await readFile(new URL(`../../datasets/streamflow/${name}`, import.meta.url));
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  },
};

/** Opens a lab in memory, an empty one unless `database` is given. Warnings go to stderr, each once, as Python's do. */
export async function openHeadlessLab(database?: Database<LabCollections>): Promise<HeadlessLab> {
  const { engine, createApi } = await openHeadlessEngine(database === undefined ? {} : { database });
  return { engine, api: createApi({}) };
}

/** What a headless engine may be given. */
export interface HeadlessEngineOptions {
  /** Left out, an empty one. */
  readonly database?: Database<LabCollections>;
  /** Told what nobody else hears of; left out, stderr is, each thing once. */
  readonly warn?: (message: string) => void;
  /** Where forests are grown; left out, in threads of this lab's own where they are large. */
  readonly executor?: ForestExecutor;
  /** Put a channel between the API and the engine, as a page has it between a cell and its lab. Default false. */
  readonly crossesChannel?: boolean;
  /** Ids of runs and models depend on this alone; left out, they are drawn. */
  readonly seed?: string;
  /** Milliseconds that only grow, for latencies; left out, the process's own. */
  readonly timer?: () => number;
}

/** Opens an engine in memory. */
export async function openHeadlessEngine(options: HeadlessEngineOptions = {}): Promise<HeadlessEngine> {
  const { database = createMemoryDatabase<LabCollections>(labKeyPaths), warn = createWarn() } = options;
  const { executor = createForestPool() } = options;
  const engine = await createEngine({
    database,
    ids: createSeededIds(options.seed ?? randomBytes(16).toString('hex')),
    user: 'student',
    executor,
    tfjs: tfjsRuntime,
    timer: options.timer ?? (() => performance.now()),
    sleep: (ms) => sleep(ms),
    onWarning: ({ message, hint }) => warn(`${message} (${hint})`),
  });
  const datasets = { streamflow };
  const lab =
    options.crossesChannel === true ? crossChannel({ engine, datasets, executor }) : { engine, datasets };
  const createApi: HeadlessEngine['createApi'] = (hooks) =>
    createLabApi({
      engine: lab.engine,
      datasets: lab.datasets,
      danfo: loadDanfo,
      executor,
      tfjs: tfjsRuntime,
      codeVersion: codeVersion(),
      entropy: () => randomBytes(4).readUInt32LE(),
      warn,
      ...hooks,
    });
  return { engine, createApi };
}

function codeVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
