import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { studentNames } from '../../../src/notebook/cell/names-in-code.ts';
import { framesOf } from '../../../src/notebook/kernel/stack-frames.ts';
import { compileCase, STACK_CASES } from './stack-cases.ts';

interface Answer {
  readonly message: string;
  readonly stack: string;
}

const file = new URL('recorded-stacks.json', import.meta.url);
const recorded: Readonly<Record<'chromium' | 'firefox' | 'webkit', readonly Answer[]>> = JSON.parse(
  readFileSync(file, 'utf8'),
);

describe.each(['chromium', 'firefox'] as const)('an error in %s', (engine) => {
  it.each(STACK_CASES.map((found, i) => ({ ...found, answer: recorded[engine][i]! })))(
    'of $source is placed where it happened',
    (found) => {
      const [frame] = framesOf(found.answer.stack);
      expect(frame).toBeDefined();
      expect(compileCase(found).toSource(frame!)).toEqual({
        line: found.line,
        column: found.columns[engine],
      });
    },
  );

  it('names what the cell names', () => {
    const messages = recorded[engine].map((answer) => studentNames(answer.message));
    expect(messages.join('\n')).not.toMatch(/\$v/);
    STACK_CASES.forEach(({ messages: expected }, i) => {
      if (expected !== undefined) expect(messages[i]).toBe(expected[engine]);
    });
  });
});

it('a stack of WebKit tells no place in evaluated code, and none is made up', () => {
  expect(recorded.webkit.flatMap(({ stack }) => framesOf(stack))).toEqual([]);
});

it('a script of WebKit goes by its address', () => {
  const address = 'blob:null/0e6a9ca6-6b60-4a4e-90e5-14e3e87879fc';
  expect(framesOf(`boom@${address}:4:20\n@${address}:5:7\n[native code]`)).toEqual([
    { source: address, line: 4, column: 20 },
    { source: address, line: 5, column: 7 },
  ]);
});

it('a message that looks like a frame is none', () => {
  expect(framesOf('Error: notebook-cell-1.js:3:4 is odd\n    at f (notebook-cell-2.js:5:6)')).toEqual([
    { source: 'notebook-cell-2.js', line: 5, column: 6 },
  ]);
});
