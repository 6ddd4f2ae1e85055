import { describe, expect, it } from 'vitest';
import { runScript } from '../../src/headless/run-script.ts';

describe('runScript', () => {
  it('gives the script its scope and waits for what it awaits', async () => {
    const seen: unknown[] = [];
    const source = 'const twice = await Promise.resolve(n * 2);\nsee(twice);';
    await runScript({ fileName: 'cell.js', source }, { n: 21, see: (value: unknown) => seen.push(value) });
    expect(seen).toEqual([42]);
  });

  it('rejects with what the script threw, at the line where it stands in the file', async () => {
    const failing = runScript({ fileName: 'cell.js', source: '\n\nnull.x;' }, {});
    await expect(failing).rejects.toMatchObject({
      name: 'TypeError',
      stack: expect.stringContaining('cell.js:3'),
    });
  });

  it('rejects a script that cannot be read', async () => {
    await expect(runScript({ fileName: 'cell.js', source: 'const = 1' }, {})).rejects.toThrow(SyntaxError);
  });

  it('lets the script declare a name that the lab has too', async () => {
    await expect(
      runScript({ fileName: 'cell.js', source: 'const data = 1;' }, { data: 0 }),
    ).resolves.toBeUndefined();
  });

  it('keeps a trailing comment from swallowing the end', async () => {
    await expect(runScript({ fileName: 'cell.js', source: '1 // done' }, {})).resolves.toBeUndefined();
  });
});
