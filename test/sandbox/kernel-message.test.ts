import { describe, expect, it } from 'vitest';
import { fromRows } from '../../src/core/table/from-rows.ts';
import { pack } from '../../src/core/table/pack.ts';
import type { CellOutput } from '../../src/notebook/document/output.ts';
import { displayOutput } from '../../src/notebook/kernel/display.ts';
import { plot } from '../../src/notebook/kernel/plot.ts';
import { readKernelMessage } from '../../src/sandbox/kernel-message.ts';

const ROWS = JSON.parse('[{"constructor": 1, "__proto__": 2, "prototype": 3}]') as Record<string, unknown>[];
const send = (output: unknown) =>
  readKernelMessage(structuredClone({ kind: 'output', run: 1, output })) as { output: CellOutput } | null;

describe('a message of a kernel', () => {
  it('brings tables and charts of columns whatever their names', () => {
    const table = displayOutput(fromRows(ROWS)) as Extract<CellOutput, { kind: 'table' }>;
    expect(send(table)?.output).toEqual(table);
    expect(Object.keys(table.dtypes)).toEqual(['constructor', '__proto__', 'prototype']);
    const chart = displayOutput(plot.dot(ROWS, { x: 'constructor', y: '__proto__' }));
    expect(chart.kind).toBe('chart');
    expect(send(chart)?.output).toEqual(chart);
  });

  it('brings values, errors and texts', () => {
    for (const value of [1, 'a', null, undefined, { a: [1, { b: 2 }] }, new Map([[1, 2]])]) {
      const output = displayOutput(value);
      expect(send(output)?.output).toEqual(output);
    }
    expect(send({ kind: 'text', level: 'log', text: 'x' })).not.toBeNull();
  });

  it.each<[string, unknown]>([
    ['a picture, which only files have', { kind: 'image', mimeType: 'image/svg+xml', data: '<svg/>' }],
    [
      'bytes that are no table',
      { kind: 'table', packed: new ArrayBuffer(8), nRows: 1, dtypes: {}, type: 'Table' },
    ],
    [
      'a type that there is not',
      { kind: 'table', packed: pack(fromRows(ROWS)), nRows: 1, dtypes: { constructor: 'x' }, type: 'Table' },
    ],
    ['a member too many', { kind: 'text', level: 'log', text: 'x', html: '<b>' }],
    ['no kind', { level: 'log', text: 'x' }],
  ])('is none with %s', (_, output) => {
    expect(send(output)).toBeNull();
  });
});
