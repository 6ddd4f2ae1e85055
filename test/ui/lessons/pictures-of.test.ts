import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../../src/ui/lessons/bench/pictures-of.ts';
import { courseLesson } from '../../e2e/lesson-student.ts';

describe('the pictures beside a step', () => {
  const lesson = courseLesson('en/03-point-in-time-joins.md');
  const step = lesson.steps.find(({ id }) => id === 'naive-join')!;
  const before = lesson.steps[lesson.steps.indexOf(step) - 1]!;
  const idsOf = (heldBackBy: string | null) => picturesOf(lesson, step, heldBackBy).map(({ id }) => id);

  it('are its own', () => {
    expect(idsOf(null)).toEqual(['taken-from-the-future']);
  });

  it('are those of the step before while a prediction holds back its own, which would tell the result', () => {
    expect(idsOf('naive-score')).toEqual(picturesOf(lesson, before).map(({ id }) => id));
    expect(idsOf('naive-score')).toEqual(['bens-rows']);
  });
});
