import { expect, test } from 'vitest';
import { packagedTfjs } from '../../../../src/core/training/tfjs/packaged-tfjs.ts';

test('a binary that is not there is an error with a hint', async () => {
  await expect(packagedTfjs('/nowhere/tfjs.wasm').load()).rejects.toMatchObject({
    name: 'LabError',
    message: "tfjs could not start its WASM backend from '/nowhere/tfjs.wasm'",
    hint: expect.stringContaining('is served'),
  });
});
