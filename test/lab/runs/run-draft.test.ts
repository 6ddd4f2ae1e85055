import { describe, expect, it } from 'vitest';
import { COURSE_FEATURES } from '../../../src/lab/route/course-features.ts';
import { checkSpecification } from '../../../src/lab/runs/check-specification.ts';
import { paramText, readDraft } from '../../../src/lab/runs/run-draft.ts';
import { COURSE_SPECIFICATION } from '../../../src/lab/runs/run-specification.ts';

const CHOICES = {
  months: ['2023-12-31', '2024-01-31', '2024-02-29'],
  features: [...COURSE_FEATURES, 'own:x'],
};

function draftOf(fields: Readonly<Record<string, string>>, choices = CHOICES) {
  return readDraft((field) => fields[field] ?? null, choices);
}

describe('a form’s texts', () => {
  it('without any entry are the course’s run', () => {
    expect(draftOf({})).toEqual(COURSE_SPECIFICATION);
  });

  it('take the last month and every feature where the lab has not the course’s', () => {
    const choices = { months: ['2025-05-31', '2025-06-30'], features: ['own:x', 'own:y'] };
    expect(draftOf({}, choices)).toMatchObject({ asOf: '2025-06-30', features: ['own:x', 'own:y'] });
  });

  it('are read by kind: numbers, lists, choices, switches, and empty for no limit', () => {
    const network = draftOf({
      estimator: 'MLPClassifier',
      hiddenLayerSizes: '32, 16',
      earlyStopping: 'true',
    });
    expect(network.estimator.params).toMatchObject({ hiddenLayerSizes: [32, 16], earlyStopping: true });
    const forest = draftOf({ nEstimators: '20', maxDepth: '', maxFeatures: '', testSize: '0.3' });
    expect(forest.testSize).toBe(0.3);
    expect(forest.estimator.params).toMatchObject({ nEstimators: 20, maxDepth: null, maxFeatures: null });
    expect(paramText([32, 16])).toBe('32, 16');
    expect(paramText(null)).toBe('');
  });

  it('that are no number are named by the check', () => {
    expect(checkSpecification(draftOf({ testSize: 'a third', seed: '' }))).toEqual([
      { field: 'testSize', problem: 'no-number', bound: null },
      { field: 'seed', problem: 'no-number', bound: null },
    ]);
  });

  it('of an unknown estimator fall back to the forest', () => {
    expect(draftOf({ estimator: 'Oracle' }).estimator.name).toBe('RandomForestClassifier');
  });
});
