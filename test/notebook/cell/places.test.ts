import { describe, expect, it } from 'vitest';
import { openKernel } from '../kernel/open-kernel.ts';

/** Cells that call `boom` in every construct; the error belongs where its name stands. */
const CELLS = [
  'boom()',
  '  boom();',
  'const a = boom()',
  'const a = 1, b = boom(), c = 2',
  'let { a = boom() } = {}',
  'const { a, ...rest } = { a: boom() }',
  'const [x, y = boom()] = [1]',
  'var a = 1; var b = a + boom()',
  'for (var i = 0; i < boom(); i++) {}',
  'for (var k of boom()) {}',
  'for (var k in boom()) {}',
  'for (const [p, q] of [boom()]) {}',
  'let s = 0\nfor (const v of [1, 2]) {\n  s += v\n  if (s > 2) boom()\n}',
  'if (true) boom()\nelse 1',
  'while (boom()) {}',
  'do boom()\nwhile (false)',
  'switch (1) { case boom(): break }',
  'switch (1) { case 1:\n boom() }',
  'try { boom() } finally { 1 }',
  'label: { boom() }',
  'const f = () => boom()\nf()',
  'const f = function () { return 1 + boom() }\nf()',
  'function f(a = boom()) {}\nf()',
  'function f({ a = boom() }) {}\nf({})',
  'async function f() { await null; boom() }\nawait f()',
  'function* g() { yield 1; yield boom() }\n[...g()]',
  'class A { x = boom() }\nnew A()',
  'class A { static x = boom() }',
  'class A { static { boom() } }',
  'class A { get x() { return boom() } }\nnew A().x',
  'class A { constructor() { boom() } }\nclass B extends A { constructor() { super() } }\nnew B()',
  'class A extends boom() {}',
  'const o = { m() { return boom() }, n: 1 }\no.m()',
  'const o = { [boom()]: 1 }',
  'let a, b\n;[a, b] = [1, boom()]',
  'let a\n;({ a = boom() } = {})',
  'let a; a ??= boom()',
  templateOf('const a = `x$y`'),
  templateOf('String.raw`a$`'),
  'console.log(1, boom())',
  'console.log?.(boom())',
  'const v = 1 ? boom() : 2',
  'const v = null ?? boom()',
  'await boom()',
  'const r = await Promise.resolve().then(() => boom())',
  'const n: number = 1; const m = boom() as string',
  'interface X { a: string }\nfunction f<T>(x: T): T { boom(); return x }\nf<number>(3)',
  'enum Color { Red }\nboom(Color.Red)',
  'const typed = (a: number, b?: string): number => a + boom()\ntyped(1)',
  'const é = "𝒳"; boom(é)',
  '\n\n\n\t\tboom() // after',
  '/* before */ boom()',
];

/** A template literal with the call in its holes. */
function templateOf(text: string): string {
  return text.replaceAll('$', '$${boom()}');
}

const boom = (): never => {
  throw new Error('boom');
};
const quiet = { log: () => undefined };

describe('an error is placed at the line and column of the call', () => {
  it.each(CELLS)('%s', async (source) => {
    const { outputs } = await openKernel({ boom, console: quiet }).cell(source);
    const error = outputs.find((output) => output.kind === 'error');
    const before = source.slice(0, source.indexOf('boom')).split('\n');
    expect(error?.message).toBe('boom');
    expect(error?.places[0]).toEqual({
      cellId: 'c1',
      line: before.length,
      column: before.at(-1)!.length + 1,
    });
  });

  it('in a function of an earlier cell, with the call of it after', async () => {
    const kernel = openKernel({ boom });
    await kernel.cell('function earlier() {\n  boom();\n}');
    const { texts } = await kernel.cell('1;\n  earlier();');
    expect(texts).toEqual(['Error: boom @ c1:2:3 < c2:2:3']);
  });

  it('of the statement that was running where the stack tells none', async () => {
    const fail = async (): Promise<never> => {
      await null;
      throw Object.assign(new Error('remote'), { stack: 'Error: remote' });
    };
    const { texts } = await openKernel({ fail }).cell('const a = 1;\n\nawait fail();\n2');
    expect(texts).toEqual(['Error: remote @ c1:3:null']);
  });
});

describe('a cell that cannot be read', () => {
  it.each([
    ['const = 1', "Unexpected token '='", 1, 7],
    ['let x = 1;\nlet y = (2', 'the cell ends too early', 2, 11],
    ['const a = 1\nconst a = 2', 'a is declared twice in this cell', 2, 7],
    ['import fs from "fs"', 'a cell cannot import modules', 1, 1],
    ['1\nexport const a = 1', 'a cell exports nothing', 2, 1],
    ['return 3', "'return' outside of function", 1, 1],
    ['console.log(import.meta.url)', 'import.meta is not there in a cell', 1, 13],
    ['function f() { await g() }', "Cannot use keyword 'await' outside an async function", 1, 16],
    ['# a comment', "'#' starts no comment in JavaScript", 1, 2],
    ['const t: number = 1;\nconst u: = 2', "Unexpected token '='", 2, 10],
    ['def f(x):', "Unexpected token 'f'", 1, 5],
  ])('%s', async (source, message, line, column) => {
    const { outputs, end } = await openKernel().cell(source);
    expect(end).toBe('error');
    expect(outputs).toEqual([
      {
        ...{ kind: 'error', name: 'SyntaxError', message, hint: expect.stringMatching(/.{10}/) },
        places: [{ cellId: 'c1', line, column }],
      },
    ]);
  });
});
