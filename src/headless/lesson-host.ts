import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabCollections, labKeyPaths } from '../core/engine/collections.ts';
import { KeyError, suggest } from '../core/errors.ts';
import type { CellOutput } from '../notebook/document/output.ts';
import type { CellProgram } from '../notebook/kernel/kernel.ts';
import type { CellRecord, LessonHost } from '../notebook/lesson/lesson-lab.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../storage/memory-database.ts';
import { createForestPool } from './forest-pool.ts';
import { type HeadlessKernel, openHeadlessKernel } from './open-kernel.ts';
import { rememberForests } from './remembering-forests.ts';

/** Told which kernel works now, for errors that nothing catches. */
export type OnKernel = (kernel: HeadlessKernel['kernel']) => void;

/**
 * A host for lessons in this process, with the shared preparations of `folder`. A dataset is loaded once; every lab gets
 * a copy of it and a kernel of its own, which reaches it over a channel, as the page's does. A forest is grown once.
 */
export function createLessonHost(folder: string, onKernel: OnKernel = () => undefined): LessonHost {
  const loaded = new Map<string, Promise<MemoryDatabase<LabCollections>>>();
  const executor = rememberForests(createForestPool());
  const open: LessonHost['open'] = async ({ dataset, clock }) => {
    if (dataset !== null && !loaded.has(dataset)) loaded.set(dataset, loadDataset(dataset));
    const origin = dataset === null ? undefined : await loaded.get(dataset);
    const database = origin?.fork() ?? createMemoryDatabase<LabCollections>(labKeyPaths);
    let value: unknown;
    const keepValue = (given: unknown): void => {
      value = given;
    };
    const { kernel, api } = await openHeadlessKernel({
      database,
      warn: () => undefined,
      names: { keepValue },
      executor,
      crossesChannel: true,
    });
    onKernel(kernel);
    if (clock !== null) await api.clock.set(clock);
    return {
      run: (cell) => runCell(kernel, cell),
      async lastValue() {
        await runCell(kernel, { cellId: 'last-value', source: 'keepValue(result)', scope: 'own' });
        return value;
      },
    };
  };
  return { open, preparationOf: (name) => readPreparation(folder, name) };
}

/** The names of the shared preparations of a folder. */
export function listPreparations(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.slice(0, -'.js'.length))
    .sort();
}

async function loadDataset(name: string): Promise<MemoryDatabase<LabCollections>> {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const { api } = await openHeadlessKernel({ database });
  await api.data.load(name);
  return database;
}

function readPreparation(folder: string, name: string): string {
  const known = listPreparations(folder);
  if (known.includes(name)) return readFileSync(join(folder, `${name}.js`), 'utf8');
  throw new KeyError(`no preparation '${name}'`, suggest(name, known));
}

async function runCell(kernel: HeadlessKernel['kernel'], cell: CellProgram): Promise<CellRecord> {
  const outputs: CellOutput[] = [];
  const { end } = await kernel.run(cell, {
    onOutput: (output) => outputs.push(output),
    onProgress: () => undefined,
  });
  return { end, outputs };
}
