import { describe, expect, it } from 'vitest';
import { needsNoAwait } from '../../../src/notebook/kernel/needs-no-await.ts';
import { openKernel } from './open-kernel.ts';

/** Runs cells one after the other in one kernel; gives what each put out. */
async function run(...cells: string[]): Promise<(readonly string[])[]> {
  const kernel = openKernel({ answer: 42, later: async () => 7 });
  const texts: (readonly string[])[] = [];
  for (const cell of cells) texts.push((await kernel.cell(cell)).texts);
  return texts;
}

describe('variables of a notebook', () => {
  it.each<[string, string[], string[]]>([
    ['stay for the cells that follow', ['const a = 1; let b = 2', 'a + b'], ['= 3']],
    [
      'are seen live by functions of earlier cells',
      ['let n = 1; const f = () => n', 'n = 5', 'f()'],
      ['= 5'],
    ],
    [
      'may be declared anew by another cell, for earlier functions too',
      ['const n = 1; const f = () => n', 'const n = 2', 'f()'],
      ['= 2'],
    ],
    [
      'may be used by functions before they are there',
      ['const f = () => later1', 'const later1 = 3', 'f()'],
      ['= 3'],
    ],
    ['declared with var keep their value where nothing is assigned', ['var v = 1', 'var v; v'], ['= 1']],
    [
      'in blocks are hoisted where they are var',
      ['if (true) { var h = 1; let own = 2 }', 'typeof own + h'],
      ["= 'undefined1'"],
    ],
    ['of a loop stay where they are var', ['for (var i = 0; i < 3; i++) {}', 'i'], ['= 3']],
    [
      'hide names of the lab and of the host',
      ['const answer = 1; const Math = { max: () => 9 }', 'answer + Math.max(1)'],
      ['= 10'],
    ],
    [
      'have their names, as functions and classes',
      ['const f = () => 1, K = class {}; let g; g = function () {}', 'f.name + K.name + g.name'],
      ["= 'fKg'"],
    ],
    ['are asked about by typeof', ['typeof nothing'], ["= 'undefined'"]],
  ])('%s', async (_, cells, last) => {
    expect((await run(...cells)).at(-1)).toEqual(last);
  });

  it.each<[string, string[], RegExp]>([
    [
      'constant, are not assigned, by no cell',
      ['const c = 1', '\nc = 2'],
      /^TypeError: Assignment to constant variable 'c'\. \| declare it with let to assign it again @ c2:2:3$/,
    ],
    [
      'constant, are not assigned by an older function',
      ['let c = 1; const set = () => { c = 2 }', 'const c = 3', 'set()'],
      /^TypeError: Assignment to constant .* @ c1:1:34 < c3:1:1$/,
    ],
    ['of the lab are not assigned', ['answer = 1'], /belongs to the lab/],
    [
      'are not read before their declaration',
      ['x; const x = 1'],
      /^ReferenceError: Cannot access 'x' before initialization \| .* @ c1:1:1$/,
    ],
    ['not declared are not assigned', ['y = 1'], /^ReferenceError: y is not defined \| declare it first/],
    [
      'not declared are not there, but a near name is suggested',
      ['const total = 1', 'totl'],
      /^ReferenceError: totl is not defined \| did you mean 'total'\?/,
    ],
    ['of Python are translated', ['True'], /JavaScript writes true/],
  ])('%s', async (_, cells, expected) => {
    expect((await run(...cells)).at(-1)).toEqual([expect.stringMatching(expected)]);
  });

  it('that a later cell declares are told of as such', async () => {
    const { texts } = await openKernel().cell('model', { declaredLater: ['model'] });
    expect(texts).toEqual([expect.stringContaining('a later cell declares model: run that cell first')]);
  });

  it('whose declaration was not reached hold what they held before', async () => {
    const texts = await run('const m = 1', 'null.x; const m = 2', 'm', 'null.x; const fresh = 1', 'fresh');
    expect(texts[2]).toEqual(['= 1']);
    expect(texts[4]).toEqual([expect.stringMatching(/^ReferenceError: fresh is not defined/)]);
  });

  it('are listed with their types, tables with their columns', async () => {
    const kernel = openKernel();
    await kernel.cell(
      'const list = [1, 2]; let t = { kind: "table", version: 1, nRows: 0, columns: new Map([["n", { dtype: "int64" }]]) }; var un; function f() {}',
    );
    expect(kernel.variables()).toEqual([
      { name: 'f', type: 'function', preview: 'ƒ f', isConst: false },
      { name: 'list', type: 'Array(2)', preview: '[1, 2]', isConst: true },
      { name: 't', type: 'Object', preview: 'Table(0 × 1)', isConst: false, columns: { n: 'int64' } },
      { name: 'un', type: 'undefined', preview: 'undefined', isConst: false },
    ]);
  });

  it('that a cell reads and writes are told, without the names of the lab and the host', async () => {
    const kernel = openKernel({ answer: 42 });
    const { reads, writes } = await kernel.cell(
      'const a = b0 + answer + Math.PI; function f() { c0 = d0 }; try { e0++ } catch {}',
    );
    expect([reads, writes]).toEqual([
      ['b0', 'd0', 'e0'],
      ['a', 'c0', 'e0', 'f'],
    ]);
  });
});

describe('the value of the last expression', () => {
  it.each([
    ['1 + 1', ['= 2']],
    ['"text";', ["= 'text'"]],
    ['let a = 1; a', ['= 1']],
    ['await later()', ['= 7']],
    ['1;;', ['= 1']],
    ['let a = 1', []],
    ['let a; a = 3', []],
    ['let a = 1; a++', []],
    ['undefined', []],
    ['null', ['= null']],
    ['if (true) 5', []],
    ['1 // with a comment', ['= 1']],
    ['({ a: 1 })', ['= {a: 1}']],
  ])('%s', async (source, texts) => {
    expect(await run(source)).toEqual([texts]);
  });
});

describe('a check beside the notebook', () => {
  it('sees the variables and the last result, and leaves nothing behind', async () => {
    const kernel = openKernel();
    await kernel.cell('const x = 20; x + 1');
    const check = await kernel.cell('const found = x + result; display(found); function helper() {}', {
      scope: 'own',
    });
    expect(check.texts).toEqual(['= 41']);
    expect(check.writes).toEqual([]);
    expect((await kernel.cell('typeof found + typeof helper')).texts).toEqual(["= 'undefinedundefined'"]);
    expect((await kernel.cell('const x = 1', { scope: 'own' })).end).toBe('ok');
    expect((await kernel.cell('x')).texts).toEqual(['= 20']);
  });
});

describe('an attempt at an exercise', () => {
  it('forgets what the one before declared, and nothing that others did', async () => {
    const kernel = openKernel({ lab: 'of the lab' });
    const attempt = (source: string) => kernel.cell(source, { cellId: 'exercise', scope: 'attempt' });
    await kernel.cell('const given = 1; const mine = 1');
    await attempt('const answer = given; const lab = 2; const mine = 3; let shared = 4');
    await kernel.cell('let shared = 5');
    await attempt('const reply = 6');
    const { texts } = await kernel.cell('[typeof answer, typeof mine, lab, given, shared, reply].join()');
    expect(texts).toEqual(["= 'undefined,undefined,of the lab,1,5,6'"]);
  });

  it('that cannot be read leaves everything as it is', async () => {
    const kernel = openKernel();
    const attempt = (source: string) => kernel.cell(source, { cellId: 'exercise', scope: 'attempt' });
    await attempt('const answer = 1');
    expect((await attempt('const answer = ;')).end).toBe('error');
    expect((await kernel.cell('answer')).texts).toEqual(['= 1']);
  });
});

describe('a promise that nobody awaited', () => {
  const later = async (value?: unknown) => value;
  const fail = async (): Promise<never> => {
    throw new RangeError('lost');
  };

  it.each<[string, string[]]>([
    [
      '1;\nlater(1);\n2',
      ['= 2', 'warn: line 2: later(…) gives a promise that nobody awaited; put await before it'],
    ],
    ['later()', ['warn: line 1: later() gives a promise that nobody awaited; put await before it']],
    ['const p = later()', ['warn: line 1: p holds a promise that nobody awaited; put await before it']],
    ['const p = later(); await p', []],
    ['const [p, q] = [later(), later()]; await Promise.all([p, q]); 1', ['= 1']],
    [
      'const p = later().then(() => 1); p.catch(() => 2); 3',
      ['= 3', 'warn: line 1: p.catch(…) gives a promise that nobody awaited; put await before it'],
    ],
    ['fail();\n1', ['RangeError: lost', '= 1']],
    ['for await (const v of [later(1)]) v', []],
    ['atOnce();\natOnce()', []],
    ['atOnce(fail());\n1', ['RangeError: lost', '= 1']],
  ])('%s', async (source, texts) => {
    const atOnce = (promise: Promise<unknown> = later()) => needsNoAwait(promise);
    const found = (await openKernel({ later, fail, atOnce }).cell(source)).texts;
    expect(found.map((text) => text.replace(/ @ .*/, ''))).toEqual(texts);
  });

  it('is told of where the cell fails by it', async () => {
    const { texts } = await openKernel({ later }).cell('const model = later();\nmodel.predict()');
    expect(texts).toEqual([
      'warn: line 1: model holds a promise that nobody awaited; put await before it',
      'TypeError: model.predict is not a function | model is a promise: put await before what gives it @ c1:2:7',
    ]);
  });

  it('and fails makes the cell fail; one in a variable is told of later', async () => {
    const kernel = openKernel({ fail });
    expect((await kernel.cell('fail(); 1')).end).toBe('error');
    const { texts, end } = await kernel.cell('const lost = fail()');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([end, texts]).toEqual([
      'ok',
      [
        'warn: line 1: lost holds a promise that nobody awaited; put await before it',
        'warn: the promise in lost was rejected: RangeError: lost',
      ],
    ]);
  });
});

describe('interrupting a cell', () => {
  it('leaves behind what waits for ever, keeps the state, and the kernel goes on', async () => {
    const kernel = openKernel();
    const running = kernel.cell('let before = 1;\nawait new Promise(() => {});\nlet after = 2');
    await new Promise((resolve) => setTimeout(resolve, 10));
    kernel.interrupt();
    const { texts, end } = await running;
    expect(end).toBe('error');
    expect(texts).toEqual([expect.stringMatching(/^AbortError: the cell was stopped \| .* @ c1:2:null$/)]);
    expect((await kernel.cell('before + typeof after')).texts).toEqual(["= '1undefined'"]);
  });

  it('ends a cell of sleeps at its next await, and nothing of it runs on', async () => {
    const kernel = openKernel({ sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) });
    const running = kernel.cell('var n = 0; while (true) { n++; await sleep(1) }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    kernel.interrupt();
    expect((await running).texts[0]).toMatch(/^AbortError/);
    const first = (await kernel.cell('n')).texts;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await kernel.cell('n')).texts).toEqual(first);
  });

  it('between runs does nothing', async () => {
    const kernel = openKernel();
    kernel.interrupt();
    expect((await kernel.cell('1')).texts).toEqual(['= 1']);
  });
});

describe('a cell that is out to confuse', () => {
  it.each([
    'new Proxy({}, { get: refuse, getPrototypeOf: refuse, ownKeys: refuse, has: refuse, getOwnPropertyDescriptor: refuse })',
    'new Proxy(function () {}, { get: refuse, getPrototypeOf: refuse })',
    '({ kind: "table" })',
    '({ kind: "table", columns: new Map([["a", 5]]), nRows: "many" })',
    '({ columns: ["a"], column() {} })',
    '({ columns: ["a"], column: refuse, dtypes: [], shape: [1] })',
    '({ values: [{}], dtypes: [] })',
    '({ get kind() { return refuse() }, get columns() { return refuse() } })',
    'Object.assign(Object.create(null), { toString: refuse, constructor: refuse })',
    'Object.assign(new Error("x"), { stack: 5, name: {} })',
    'Object.defineProperty(new Error("y"), "message", { get: refuse })',
    'Object.setPrototypeOf([], null)',
    'new (class extends Promise { then() { return refuse() } })(() => {})',
  ])('is run to its end, shown and listed: %s', async (value) => {
    const kernel = openKernel({
      refuse: () => {
        throw new Error('refused');
      },
    });
    const { end, outputs } = await kernel.cell(
      `const odd = ${value}; display(odd); console.log('x', odd); console.log(odd); odd`,
    );
    expect(end).toBe('ok');
    expect(structuredClone(outputs).length).toBeGreaterThanOrEqual(3);
    expect(kernel.variables()).toHaveLength(1);
    const thrown = await kernel.cell('throw odd');
    expect(thrown.end).toBe('error');
    expect(thrown.outputs.at(-1)).toMatchObject({ kind: 'error' });
  });
});

it('cells that are asked for at once run one after the other', async () => {
  const kernel = openKernel({ later: () => new Promise((resolve) => setTimeout(() => resolve(1), 10)) });
  const runs = await Promise.all([kernel.cell('const a = await later()'), kernel.cell('a + 1')]);
  expect(runs[1]!.texts).toEqual(['= 2']);
});

it('what timers print after the end belongs to the cell that ran last', async () => {
  const kernel = openKernel();
  const { outputs } = await kernel.cell('setTimeout(() => console.log("late"), 5)');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(outputs).toContainEqual({ kind: 'text', level: 'log', text: 'late' });
  kernel.reportStray(new TypeError('stray'));
  expect(outputs.at(-1)).toMatchObject({ kind: 'error', name: 'TypeError', message: 'stray' });
});
