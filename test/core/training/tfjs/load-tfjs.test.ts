import { expect, test } from 'vitest';
import { loadTfjs } from '../../../../src/core/training/tfjs/load-tfjs.ts';

test('a binary that is not there is an error with a hint', async () => {
  await expect(loadTfjs({ wasmUrl: '/nowhere/tfjs.wasm' })).rejects.toMatchObject({
    name: 'LabError',
    message: "tfjs could not start its WASM backend from '/nowhere/tfjs.wasm'",
    hint: expect.stringContaining('is served'),
  });
});
