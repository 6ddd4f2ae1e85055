import { describe, expect, inject, it } from 'vitest';
import { killWhileTyping } from '../crash/kill-while-typing.ts';

describe('a browser that is killed while someone types', () => {
  // On a computer that is busy with other things a key may take longer than that to reach the page at all.
  it('has lost at most the last 300 ms of keys, and nothing that was there before', {
    retry: 2,
  }, async () => {
    const killed = await killWhileTyping(inject('appUrl'), 4);
    console.log(
      killed.map(({ nTyped, nLost, lostMs }) => `${nTyped}/${nLost}/${lostMs.toFixed(0)} ms`).join(', '),
    );
    expect(killed.filter(({ isIntact }) => !isIntact)).toEqual([]);
    expect(Math.max(...killed.map(({ lostMs }) => lostMs))).toBeLessThanOrEqual(300);
    expect(killed.every(({ nTyped }) => nTyped > 3)).toBe(true);
  });
});
