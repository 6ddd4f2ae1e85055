import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/core/table/pack.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import type { TableOutput } from '../../../src/notebook/document/output.ts';
import { formatConsole } from '../../../src/notebook/kernel/console.ts';
import { createOutputSink } from '../../../src/notebook/kernel/output-sink.ts';
import { openKernel } from './open-kernel.ts';

describe('the text of a console call', () => {
  it.each<[unknown[], string]>([
    [['a', 1, true, null, undefined], 'a 1 true null undefined'],
    [['%s has %d, %i, %f', 'x', '42', 4.9, '1.5'], 'x has 42, 4, 1.5'],
    [['%o and %O and %j', { a: 1 }, [1], {}], '{a: 1} and [1] and {}'],
    [['%cred', 'color: red'], 'red'],
    [['100%', 'sure'], '100% sure'],
    [['%d%%', 50], '50%'],
    [['%s and %s', 'one'], 'one and %s'],
    [['%s', { a: { b: 1 } }, 'more'], '{a: {b: 1}} more'],
    [['%d', Symbol('x')], 'NaN'],
    [[{ a: [1, { b: 2 }] }, 'x'], '{a: [1, {b: 2}]} x'],
    [[], ''],
  ])('%j', (args, text) => {
    expect(formatConsole(args)).toBe(text);
  });
});

describe('console in a cell', () => {
  it('has levels, groups, counts, asserts and times', async () => {
    const { texts } = await openKernel().cell(`
      console.debug('a'); console.info('b'); console.warn('c', { x: 1 }); console.error('d');
      console.group('outer'); console.log('inner\\nlines'); console.groupEnd(); console.log('after');
      console.count(); console.count(); console.assert(1 === 1, 'no'); console.assert(false, 'yes %d', 2);
      console.time('t'); console.timeEnd('t'); console.timeEnd('t'); const { log } = console; log('free')`);
    expect(texts).toEqual([
      'debug: a',
      'info: b',
      'warn: c {x: 1}',
      'error: d',
      'log: outer',
      'log:   inner\n  lines',
      'log: after',
      'log: default: 1',
      'log: default: 2',
      'error: Assertion failed: yes 2',
      'log: t: 0.0 ms',
      'log: t: no timer of this name was started',
      'log: free',
    ]);
  });

  it('shows a lone object as a tree, and tables as tables', async () => {
    const { outputs, texts } = await openKernel().cell(`
      console.log({ a: 1 });
      console.table([{ n: 1, mixed: 'x' }, { n: 2, mixed: 3 }]);
      console.table([{ a: 1, b: 2 }], ['b']);
      console.table({ x: { v: true }, y: { v: false } });
      console.table([[1, 2], [3, 4]]);
      console.table(5)`);
    expect(texts).toEqual([
      '= {a: 1}',
      'Table of 2 rows: (index), n, mixed',
      'Table of 1 rows: (index), b',
      'Table of 2 rows: (index), v',
      'Table of 2 rows: 0, 1, (index)',
      '= 5',
    ]);
    const rows = outputs.slice(1, 4).map((output) => toRows(unpack((output as TableOutput).packed)));
    expect(rows).toEqual([
      [
        { '(index)': 0, n: 1, mixed: 'x' },
        { '(index)': 1, n: 2, mixed: '3' },
      ],
      [{ '(index)': 0, b: 2 }],
      [
        { '(index)': 'x', v: true },
        { '(index)': 'y', v: false },
      ],
    ]);
  });

  it('keeps the beginning and the end of a million lines, and tells what it left out', async () => {
    const { texts } = await openKernel().cell(
      'for (let i = 0; i < 1e6; i++) console.log(i);\nthrow new Error("still told")',
    );
    expect(texts.length).toBe(2000 + 2 + 50 + 1);
    expect(texts.slice(1999, 2003)).toEqual([
      'log: 1999',
      'warn: the output is long: from here on only its end is shown',
      'warn: the output was cut: 997,950 entries are not shown',
      'log: 999950',
    ]);
    expect(texts.slice(-2)).toEqual(['log: 999999', expect.stringMatching(/^Error: still told/)]);
  });

  it('keeps no more of long texts and large values than a run may put out', async () => {
    const { outputs } = await openKernel().cell(
      'for (let i = 0; i < 1000; i++) console.log("x".repeat(1e6)); for (let i = 0; i < 300; i++) display(Array.from({ length: 100 }, () => "y".repeat(1e5)))',
    );
    expect(JSON.stringify(outputs).length).toBeLessThan(9_000_000);
  });
});

it('a sink passes errors and checks however much there was before', () => {
  const kinds: string[] = [];
  const sink = createOutputSink(({ kind }) => kinds.push(kind), { outputs: 1, bytes: 1000, tail: 1 });
  for (let i = 0; i < 3; i++) sink.emit({ kind: 'text', level: 'log', text: 'x' });
  sink.emit({ kind: 'error', name: 'E', message: '', hint: null, places: [] });
  sink.finish();
  expect(kinds).toEqual(['text', 'text', 'error', 'text', 'text']);
});
