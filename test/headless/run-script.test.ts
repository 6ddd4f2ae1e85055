import { describe, expect, it } from 'vitest';
import { KeyError } from '../../src/core/errors.ts';
import { describeError, describeFailure, placeInFile } from '../../src/headless/describe-error.ts';
import { runScript } from '../../src/headless/run-script.ts';
import { openKernel } from '../notebook/kernel/open-kernel.ts';

/** All that a script gives off besides what it prints. */
async function run(source: string, names: Readonly<Record<string, unknown>> = {}) {
  const said = { texts: [] as string[], warnings: [] as string[], errors: [] as string[] };
  await runScript(openKernel(names, { showsResult: false }), source, {
    onText: (text) => said.texts.push(text),
    onWarning: (text) => said.warnings.push(text),
    onError: (error) => said.errors.push(describeError(error, (place) => placeInFile('work/cell.js', place))),
  });
  return said;
}

const QUIET = { texts: [], warnings: [], errors: [] };

describe('a script', () => {
  it('has its names in scope and is waited for', async () => {
    const seen: unknown[] = [];
    const source = 'const twice = await Promise.resolve(n * 2);\nsee(twice);';
    expect(await run(source, { n: 21, see: (value: unknown) => void seen.push(value) })).toEqual(QUIET);
    expect(seen).toEqual([42]);
  });

  it('may declare a name that the lab has too', async () => {
    expect(await run('const data = 1;', { data: 0 })).toEqual(QUIET);
  });

  it('may end with a comment', async () => {
    expect(await run('1 // done')).toEqual(QUIET);
  });

  it('shows what it displays, but not the value of its last line', async () => {
    expect(await run("display([1, 2], 'x');\n3")).toEqual({ ...QUIET, texts: ['[1, 2]', "'x'"] });
  });

  it('is warned of a promise that it did not await', async () => {
    expect(await run('later();\n1', { later: async () => 1 })).toEqual({
      ...QUIET,
      warnings: ['line 1: later() gives a promise that nobody awaited; put await before it'],
    });
  });
});

describe('an error of a script', () => {
  it('is told with its line and column', async () => {
    const message = "TypeError: Cannot read properties of null (reading 'x')\n    at work/cell.js:2:13";
    expect(await run('const a = null;\nconst b = a.x;')).toEqual({ ...QUIET, errors: [message] });
  });

  it("of the lab's is told with its hint and where the script called", async () => {
    const ask = () => {
      throw new KeyError("no table 'user'", "did you mean 'users'?");
    };
    const message = "KeyError: no table 'user'\nhint: did you mean 'users'?\n    at work/cell.js:1:1";
    expect(await run('ask();', { ask })).toEqual({ ...QUIET, errors: [message] });
  });

  it('is told by its place where the script cannot be read', async () => {
    const message = [
      "SyntaxError: Unexpected token '='",
      'hint: look just before this place: a comma, an operator or a bracket may be missing or too much',
      '    at work/cell.js:2:7',
    ].join('\n');
    expect(await run('\nconst = 1')).toEqual({ ...QUIET, errors: [message] });
  });

  it.each([
    ["'a text'", 'uncaught: a text'],
    ['undefined', 'uncaught: undefined'],
  ])('may be no error at all: %s', async (value, message) => {
    expect(await run(`\nthrow ${value}`)).toEqual({
      ...QUIET,
      errors: [`${message}\n    at work/cell.js:2`],
    });
  });
});

it('tells what failed outside a script with its hint', () => {
  expect(describeFailure(new KeyError('no file', 'give one'))).toBe('KeyError: no file\nhint: give one');
});
