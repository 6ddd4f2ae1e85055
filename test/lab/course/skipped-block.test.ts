import { describe, expect, it } from 'vitest';
import { skippedBlock } from '../../../src/lab/course/skipped-block.ts';
import type { Step } from '../../../src/notebook/lesson/lesson.ts';
import { openTestNotebook } from '../notebook/open-session.ts';

/** Cells of the notebook by their ids, as blocks of steps. */
const stepsOf = (...steps: readonly string[][]): Step[] =>
  steps.map((ids) => ({ blocks: ids.map((id) => ({ kind: 'example', id })) }) as unknown as Step);

describe('a block that was skipped', () => {
  const open = async (ran: string) => {
    const { session } = await openTestNotebook(['const leaf = 1;', 'leaf + 1', 'const leaf = 2;']);
    await session.run([ran]);
    return session.state.getState();
  };

  it('is the one above that declares what is lacking', async () => {
    const found = skippedBlock(await open('b'), 'b', { steps: stepsOf(['a', 'b', 'c']), ranCellIds: [] });
    expect([found?.name, found?.block.id]).toEqual(['leaf', 'a']);
  });

  it('is not one of another step, one below, or one that has run', async () => {
    const state = await open('b');
    expect(skippedBlock(state, 'b', { steps: stepsOf(['a'], ['b', 'c']), ranCellIds: [] })).toBeNull();
    expect(skippedBlock(state, 'b', { steps: stepsOf(['b', 'c', 'a']), ranCellIds: [] })).toBeNull();
    expect(skippedBlock(state, 'b', { steps: stepsOf(['a', 'b']), ranCellIds: ['a'] })).toBeNull();
  });
});
