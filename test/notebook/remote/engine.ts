import { canonicalJson } from '../../../src/core/digest.ts';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createEngine, type Engine } from '../../../src/core/engine/create-engine.ts';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { inThreadExecutor } from '../../../src/core/training/forest/forest-executor.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';
import { readEngineState } from '../../../src/notebook/remote/engine-state.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

/** An empty lab in memory; everything of it as one text, to compare before and after; and a way to empty it under its feet. */
export async function openEngine(): Promise<{
  readonly engine: Engine;
  stored(): Promise<string>;
  empty(): Promise<void>;
}> {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const engine = await createEngine({
    database,
    ids: createSeededIds('test'),
    user: 'student',
    executor: inThreadExecutor,
    tfjs: tfjsRuntime,
    timer: () => 0,
    sleep: async () => undefined,
  });
  const names = Object.keys(labKeyPaths) as (keyof LabCollections)[];
  return {
    engine,
    stored: () =>
      database.read(names, async (transaction) => {
        const records = await Promise.all(names.map((name) => transaction.getAll(name)));
        return canonicalJson([records, readEngineState(engine)]);
      }),
    empty: () =>
      database.write(names, async (transaction) => {
        for (const name of names) await transaction.deleteAll(name);
      }),
  };
}
