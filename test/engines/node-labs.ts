import { type LabCollections, labKeyPaths } from '../../src/core/engine/collections.ts';
import { openHeadlessKernel } from '../../src/headless/open-kernel.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';
import type { CellProgram } from '../../src/notebook/kernel/kernel.ts';
import { createMemoryDatabase, type MemoryDatabase } from '../../src/storage/memory-database.ts';
import { figureOf, figuresOfLab } from './figures.ts';
import type { MeasuredHost } from './lesson-figures.ts';
import { SEED, stillTimer } from './same-conditions.ts';

/** Labs in this process, whose cells reach them over a channel as a page's do. */
export function createNodeLabs(): MeasuredHost {
  const loaded = new Map<string, Promise<MemoryDatabase<LabCollections>>>();
  return {
    async open({ dataset, clock }) {
      if (dataset !== null && !loaded.has(dataset)) loaded.set(dataset, loadDataset(dataset));
      const origin = dataset === null ? undefined : await loaded.get(dataset);
      const database = origin?.fork() ?? createMemoryDatabase<LabCollections>(labKeyPaths);
      let value: unknown;
      const keepValue = (given: unknown): void => {
        value = given;
      };
      const { kernel, api } = await openHeadlessKernel({
        ...{ database, seed: SEED, timer: stillTimer, crossesChannel: true },
        warn: () => undefined,
        names: { keepValue },
      });
      if (clock !== null) await api.clock.set(clock);
      const run = async (cell: CellProgram) => {
        const outputs: CellOutput[] = [];
        const { end } = await kernel.run(cell, {
          onOutput: (output) => outputs.push(output),
          onProgress: () => undefined,
        });
        return { end, outputs, figures: outputs.map(figureOf) };
      };
      return {
        run,
        async lastValue() {
          await run({ cellId: 'last-value', source: 'keepValue(result)', scope: 'own' });
          return value;
        },
        state: () => figuresOfLab(database),
      };
    },
  };
}

async function loadDataset(name: string): Promise<MemoryDatabase<LabCollections>> {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const { api } = await openHeadlessKernel({ database, seed: SEED, timer: stillTimer });
  await api.data.load(name);
  return database;
}
