import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelVersionRecord, RegisteredModelRecord } from '../../../src/core/registry/collections.ts';
import { latestPerStage, toModelVersion, toRegisteredModel } from '../../../src/core/registry/entities.ts';
import { STAGES, type Stage } from '../../../src/core/registry/stages.ts';

function versionOf(modelVersion: number, currentStage: Stage): ModelVersionRecord {
  return {
    kind: 'model-version',
    version: 1,
    name: 'churn',
    modelVersion,
    creationTimestamp: modelVersion,
    lastUpdatedTimestamp: 10 - modelVersion,
    description: null,
    userId: 'ada',
    currentStage,
    source: 's3://a',
    storageLocation: 's3://a',
    runId: null,
    tags: new Map([['state', 'reviewed']]),
  };
}

const MODEL: RegisteredModelRecord = {
  kind: 'registered-model',
  version: 1,
  name: 'churn',
  creationTimestamp: 1,
  lastUpdatedTimestamp: 2,
  description: 'who leaves',
  tags: new Map([['team', 'a']]),
  aliases: new Map([
    ['zeta', 1],
    ['champion', 1],
    ['next', 2],
  ]),
  lastVersion: 2,
};

it('shows a version with its own aliases in alphabetical order, and nothing of how it is stored', () => {
  const shown = toModelVersion(MODEL, versionOf(1, 'Production'));
  expect(shown).toMatchObject({
    version: 1,
    aliases: ['champion', 'zeta'],
    status: 'READY',
    tags: { state: 'reviewed' },
  });
  expect(Object.keys(shown)).not.toContain('storageLocation');
  expect(toRegisteredModel(MODEL, [versionOf(1, 'Production')])).toMatchObject({
    aliases: { zeta: 1, champion: 1, next: 2 },
    latestVersions: [{ version: 1, currentStage: 'Production' }],
  });
});

it('calls the highest number of a stage its latest, whatever the order and who moved last', () => {
  const stages = fc.array(fc.constantFrom(...STAGES), { maxLength: 12 });
  fc.assert(
    fc.property(stages, fc.subarray([...STAGES]), fc.nat(), (stagesOf, wanted, shift) => {
      const versions = stagesOf.map((stage, i) => versionOf(i + 1, stage));
      const turned = [...versions.slice(shift % 13), ...versions.slice(0, shift % 13)];
      const expected = STAGES.filter((stage) => wanted.includes(stage) && stagesOf.includes(stage)).map(
        (stage) => [stage, stagesOf.lastIndexOf(stage) + 1],
      );
      expect(latestPerStage(turned, wanted).map((found) => [found.currentStage, found.modelVersion])).toEqual(
        expected,
      );
    }),
  );
});
