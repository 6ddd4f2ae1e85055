import { expect, it } from 'vitest';
import { KeyError } from '../../src/core/errors.ts';
import { describeError } from '../../src/headless/describe-error.ts';
import { runScript } from '../../src/headless/run-script.ts';

async function failureOf(source: string, scope: Record<string, unknown> = {}): Promise<unknown> {
  return runScript({ fileName: 'work/cell.js', source }, scope).then(
    () => undefined,
    (error: unknown) => error,
  );
}

it("tells a script's own error with its line and column", async () => {
  const error = await failureOf('const a = null;\nconst b = a.x;');
  expect(describeError(error, 'work/cell.js')).toBe(
    "TypeError: Cannot read properties of null (reading 'x')\n    at work/cell.js:2:13",
  );
});

it("tells the lab's errors with their hint and where the script called", async () => {
  const ask = () => {
    throw new KeyError("no table 'user'", "did you mean 'users'?");
  };
  expect(describeError(await failureOf('ask();', { ask }), 'work/cell.js')).toBe(
    "KeyError: no table 'user'\nhint: did you mean 'users'?\n    at work/cell.js:1:1",
  );
});

it('tells the line of a script that cannot be read', async () => {
  expect(describeError(await failureOf('\nconst = 1'), 'work/cell.js')).toBe(
    "SyntaxError: Unexpected token '='\n    at work/cell.js:2",
  );
});

it.each([
  ['a text', 'uncaught: a text'],
  [undefined, 'uncaught: undefined'],
  [new KeyError('no file', 'give one'), 'KeyError: no file\nhint: give one'],
])('tells %s that came from outside the script', (error, text) => {
  expect(describeError(error, 'work/cell.js')).toBe(text);
});
