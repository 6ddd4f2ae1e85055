import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../../src/ui/lessons/bench/pictures-of.ts';
import { courseLesson } from '../../e2e/lesson-student.ts';

describe('the pictures beside a step', () => {
  const stepOf = (file: string, stepId: string) => courseLesson(file).steps.find(({ id }) => id === stepId)!;
  const before = stepOf('en/03-point-in-time-joins.md', 'two-times');
  const step = stepOf('en/05-seeded-training.md', 'same-seed');
  const lesson = { introduction: [], steps: [before, step] };
  const idsOf = (heldBackBy: string | null) => picturesOf(lesson, step, heldBackBy).map(({ id }) => id);

  it('are its own', () => {
    expect(idsOf(null)).toEqual(['two-runs']);
  });

  it('are those of the step before while a prediction holds back its own, which would tell the result', () => {
    expect(idsOf('three-seeds')).toEqual(['bens-rows']);
  });
});
