import { describe, expect, it } from 'vitest';
import { heldBackBy } from '../../../src/lab/course/held-back.ts';
import type { CellRun } from '../../../src/notebook/document/notebook.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { SMALL_LESSON } from '../../notebook/lesson/small-lesson.ts';

const step = parseLesson('small.md', SMALL_LESSON).lesson!.steps[0]!;
const given = { four: { answeredAt: 1 } };
const run: CellRun = { number: 1, end: 'ok', startedAt: 0, durationMs: 0, source: '', reads: [], writes: [] };

describe('what follows a prediction', () => {
  it('is held back until the student has predicted and has run the example', () => {
    expect(heldBackBy(step, { tasks: {}, lastRunOf: () => null })?.id).toBe('four');
    expect(heldBackBy(step, { tasks: given, lastRunOf: () => null })?.id).toBe('four');
    expect(heldBackBy(step, { tasks: given, lastRunOf: () => run })).toBeNull();
  });

  it('is held back again where the prediction was taken back, though the code ran', () => {
    const tasks = { four: { answeredAt: null } };
    expect(heldBackBy(step, { tasks, lastRunOf: () => run })?.id).toBe('four');
  });

  it('is never held back by an example that asks for nothing', () => {
    const blocks = step.blocks.map((block) =>
      block.kind === 'example' ? { ...block, prediction: null } : block,
    );
    expect(heldBackBy({ blocks }, { tasks: {}, lastRunOf: () => null })).toBeNull();
  });
});
