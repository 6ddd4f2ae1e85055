import { describe, expect, it } from 'vitest';
import { missingVariable } from '../../../src/lab/notebook/missing-variable.ts';
import { openTestNotebook } from './open-session.ts';

describe('a variable that a cell lacks', () => {
  it('is traced to the cell that declares it and has not run', async () => {
    const { session } = await openTestNotebook(['const { tree, leaf } = { tree: 1, leaf: 2 };', 'leaf + 1']);
    await session.run(['b']);
    expect(missingVariable(session.state.getState(), 'b')).toEqual({ name: 'leaf', cellId: 'a' });
  });

  it('is not looked for where no cell declares it, or the cell failed otherwise', async () => {
    const { session } = await openTestNotebook([
      'const leaf = 1;',
      'leave + 1',
      'throw new TypeError("leaf is not")',
    ]);
    await session.run(['b']);
    await session.run(['c']);
    expect(missingVariable(session.state.getState(), 'b')).toBeNull();
    expect(missingVariable(session.state.getState(), 'c')).toBeNull();
  });
});
