import { describe, expect, it } from 'vitest';
import { solutionAccess } from '../../../src/lab/course/link-settings.ts';
import { stepStates } from '../../../src/lab/course/open-steps.ts';
import type { Step } from '../../../src/notebook/lesson/lesson.ts';

const STEPS = ['one', 'two', 'three'].map(
  (id): Step => ({ id, title: id, line: 1, blocks: [], takeaway: { learned: '', next: null } }),
);
const states = (
  done: readonly string[],
  { isOpen = false, allOpen = false, firstStepId = null as string | null } = {},
): readonly string[] =>
  stepStates(
    STEPS,
    { progress: { isOpen, doneSteps: done.map((stepId) => ({ stepId, doneAt: 1 })) }, tasks: {} },
    { allOpen, firstStepId },
  );

describe('the steps of a lesson', () => {
  it('open one after another', () => {
    expect(states([])).toEqual(['open', 'closed', 'closed']);
    expect(states(['one'])).toEqual(['done', 'open', 'closed']);
    expect(states(['one', 'two', 'three'])).toEqual(['done', 'done', 'done']);
  });

  it('are all open where the student or the teacher opened them', () => {
    expect(states([], { isOpen: true })).toEqual(['open', 'open', 'open']);
    expect(states([], { allOpen: true })).toEqual(['open', 'open', 'open']);
  });

  it('are open up to where a link begins', () => {
    expect(states([], { firstStepId: 'two' })).toEqual(['open', 'open', 'closed']);
  });
});

describe('the solution of an exercise', () => {
  it('is for those who ask, unless the link says otherwise', () => {
    expect(solutionAccess(null, 0)).toEqual({ kind: 'open' });
    expect(solutionAccess({ solutions: 'off' }, 9)).toEqual({ kind: 'never' });
    expect(solutionAccess({ solutions: 3 }, 1)).toEqual({ kind: 'after', nMissing: 2 });
    expect(solutionAccess({ solutions: 3 }, 3)).toEqual({ kind: 'open' });
  });
});
