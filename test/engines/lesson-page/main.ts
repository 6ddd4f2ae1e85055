// The page of `npm run test:engines`: labs of lessons, each with a kernel behind the wall, as one global object that is
// called from Node. All that goes in or out is JSON.
import { version } from '../../../package.json';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { openBrowserLab } from '../../../src/lab/open-browser-lab.ts';
import { streamflowFiles } from '../../../src/lab/streamflow-files.ts';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import type { CellProgram } from '../../../src/notebook/kernel/kernel.ts';
import type { LessonStart } from '../../../src/notebook/lesson/lesson.ts';
import { createKernelClient, type KernelClient } from '../../../src/sandbox/kernel-client.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../../../src/storage/memory-database.ts';
import { type Figures, figureOf, figuresOfLab } from '../figures.ts';
import { SEED, stillTimer } from '../same-conditions.ts';

type LabDatabase = MemoryDatabase<LabCollections>;

/** A cell's end, what of its outputs says why it failed, and all of them as figures. */
export interface PageRun {
  readonly end: 'ok' | 'error' | 'stopped';
  readonly troubles: readonly CellOutput[];
  readonly texts: readonly string[];
  readonly figures: readonly string[];
}

const loaded = new Map<string, Promise<LabDatabase>>();
let present: { readonly client: KernelClient; readonly database: LabDatabase } | null = null;

const lessonLab = {
  /** A lab in place of the one before. */
  async open({ dataset, clock }: Pick<LessonStart, 'dataset' | 'clock'>): Promise<void> {
    await present?.client.close();
    if (dataset !== null && !loaded.has(dataset)) loaded.set(dataset, loadDataset(dataset));
    const origin = dataset === null ? undefined : await loaded.get(dataset);
    const database = origin?.fork() ?? createMemoryDatabase<LabCollections>(labKeyPaths);
    const { engine, api } = await openLab(database);
    if (clock !== null) await api.clock.set(clock);
    const client = createKernelClient({
      ...{ engine, codeVersion: version, user: 'student' },
      datasets: { streamflow: streamflowFiles },
    });
    present = { client, database };
  },

  async run(cell: CellProgram): Promise<PageRun> {
    const outputs: CellOutput[] = [];
    const { end } = await present!.client.run(cell, {
      onOutput: (output) => outputs.push(output),
      onProgress: () => undefined,
    });
    return {
      end,
      troubles: outputs.filter(({ kind }) => kind === 'error' || kind === 'check'),
      texts: outputs.flatMap((output) => (output.kind === 'text' ? [output.text] : [])),
      figures: outputs.map(figureOf),
    };
  },

  /** What the lab holds now. */
  state: (): Promise<Figures> => figuresOfLab(present!.database),
};

declare global {
  var lessons: typeof lessonLab;
}

globalThis.lessons = lessonLab;

async function loadDataset(name: string): Promise<LabDatabase> {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const { api } = await openLab(database);
  await api.data.load(name);
  return database;
}

function openLab(database: LabDatabase): ReturnType<typeof openBrowserLab> {
  return openBrowserLab({ database, codeVersion: version, seed: SEED, timer: stillTimer });
}
