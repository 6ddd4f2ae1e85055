import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabCollections, labKeyPaths } from '../core/engine/collections.ts';
import { KeyError, LabError, suggest } from '../core/errors.ts';
import type { CellOutput } from '../notebook/document/output.ts';
import type { CellProgram } from '../notebook/kernel/kernel.ts';
import type { CellRecord, LessonLab, OpenLessonLab } from '../notebook/lesson/lesson-lab.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../storage/memory-database.ts';
import { type HeadlessKernel, openHeadlessKernel } from './open-kernel.ts';

/** A preparation that does not run: the lesson cannot begin. */
export class PreparationError extends LabError {
  override readonly name = 'PreparationError';
}

/** Told which kernel works now, for errors that nothing catches. */
export type OnKernel = (kernel: HeadlessKernel['kernel']) => void;

/**
 * Opens labs for lessons, with the shared preparations of `folder`. A dataset is loaded once; every lab gets a copy of it
 * and a kernel of its own.
 */
export function createLessonLabs(folder: string, onKernel: OnKernel = () => undefined): OpenLessonLab {
  const loaded = new Map<string, Promise<MemoryDatabase<LabCollections>>>();
  return async ({ dataset, clock, prepare }) => {
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
    });
    onKernel(kernel);
    if (clock !== null) await api.clock.set(clock);
    const lab: LessonLab = {
      run: (cell) => runCell(kernel, cell),
      async lastValue() {
        await runCell(kernel, { cellId: 'last-value', source: 'keepValue(result)', scope: 'own' });
        return value;
      },
    };
    for (const name of prepare) await runPreparation(lab, join(folder, `${name}.js`), name);
    return lab;
  };
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

async function runPreparation(lab: LessonLab, path: string, name: string): Promise<void> {
  if (!existsSync(path)) throw new KeyError(`no preparation '${name}'`, suggest(name, []));
  const { end, outputs } = await lab.run({ cellId: `prepare-${name}`, source: readFileSync(path, 'utf8') });
  if (end === 'ok') return;
  const error = outputs.findLast((output) => output.kind === 'error');
  throw new PreparationError(
    `preparation '${name}' ends with ${error?.name}: ${error?.message}`,
    error?.hint ?? 'it must run through on the lab that the lesson starts from',
  );
}

async function runCell(kernel: HeadlessKernel['kernel'], cell: CellProgram): Promise<CellRecord> {
  const outputs: CellOutput[] = [];
  const { end } = await kernel.run(cell, {
    onOutput: (output) => outputs.push(output),
    onProgress: () => undefined,
  });
  return { end, outputs };
}
