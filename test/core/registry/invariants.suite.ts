import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StageEvent } from '../../../src/core/registry/stage-history.ts';
import { STAGES, type Stage } from '../../../src/core/registry/stages.ts';
import { MlflowException } from '../../../src/core/tracking/mlflow-exception.ts';
import { type CreateDatabase, createRegistryWorld, type RegistryWorld } from './world.ts';

type Operation = (world: RegistryWorld, seen: Seen) => Promise<unknown>;

/** What an outside observer notes while the operations run. */
interface Seen {
  readonly numbers: Set<number>;
}

const version = fc.integer({ min: 1, max: 6 });
const stage = fc.constantFrom(...STAGES);
const alias = fc.constantFrom('champion', 'challenger');

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(createVersion) },
  {
    weight: 5,
    arbitrary: fc.tuple(version, stage, fc.boolean()).map(
      (move): Operation =>
        (world) =>
          promote(world, move),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(alias, version).map(
      ([name, number]): Operation =>
        ({ registry }) =>
          registry.setRegisteredModelAlias('churn', name, number),
    ),
  },
  {
    weight: 2,
    arbitrary: version.map(
      (number): Operation =>
        ({ registry }) =>
          registry.deleteModelVersion('churn', number),
    ),
  },
);

export function describeRegistryInvariants(createDatabase: CreateDatabase): void {
  it('keeps its invariants under any sequence of operations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
        const world = await createRegistryWorld(createDatabase);
        const seen: Seen = { numbers: new Set() };
        await world.registry.createRegisteredModel('churn');
        for (const run of operations) {
          await run(world, seen).catch((error: unknown) => {
            if (!(error instanceof MlflowException)) throw error;
          });
        }
        const versions = await world.registry.searchModelVersions();
        const stages = new Map(versions.map((found) => [found.version, found.currentStage]));
        expect(replay(await world.registry.getStageHistory('churn'))).toEqual(stages);
        const { aliases } = await world.registry.getRegisteredModel('churn');
        for (const target of Object.values(aliases)) expect(stages.has(target)).toBe(true);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
}

async function createVersion({ registry }: RegistryWorld, { numbers }: Seen): Promise<void> {
  const created = await registry.createModelVersion('churn', 's3://a');
  expect(numbers.has(created.version), `version ${created.version} was given before`).toBe(false);
  numbers.add(created.version);
}

async function promote(
  { registry }: RegistryWorld,
  [number, target, archiveExistingVersions]: readonly [number, Stage, boolean],
): Promise<void> {
  await registry.transitionModelVersionStage({
    name: 'churn',
    version: number,
    stage: target,
    archiveExistingVersions,
  });
  if (!archiveExistingVersions) return;
  const versions = await registry.searchModelVersions();
  const inStage = versions.filter(({ currentStage }) => currentStage === target);
  expect(inStage.map((found) => found.version)).toEqual([number]);
}

function replay(events: readonly StageEvent[]): Map<number, Stage> {
  const stages = new Map<number, Stage>();
  for (const event of events) {
    expect(stages.get(event.version) ?? null, 'an event starts where the last one ended').toBe(event.from);
    if (event.to === null) stages.delete(event.version);
    else stages.set(event.version, event.to);
  }
  return stages;
}
