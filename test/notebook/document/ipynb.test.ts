import { readFileSync } from 'node:fs';
// nbformat.v4.5.schema.json is Jupyter's own (BSD-3-Clause), of JSON Schema's draft 4.
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromIpynb } from '../../../src/notebook/document/from-ipynb.ts';
import { toIpynb } from '../../../src/notebook/document/to-ipynb.ts';
import { anyNotebook, importOptions } from './any-notebook.ts';

const schema = JSON.parse(readFileSync(new URL('nbformat.v4.5.schema.json', import.meta.url), 'utf8'));
const conforms = new Ajv({ strict: false }).compile(schema);
const read = (text: string) => fromIpynb(text, importOptions());

describe('an exported notebook', () => {
  it('conforms to the schema of nbformat 4.5', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        conforms(JSON.parse(toIpynb(notebook)));
        expect(conforms.errors ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was, outputs and runs included, and is written the same again', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const text = toIpynb(notebook);
        expect(read(text)).toEqual(notebook);
        expect(toIpynb(read(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused by the schema where an output is damaged, so that conforming says something', () => {
    const text = toIpynb(fc.sample(anyNotebook, { numRuns: 1, seed: 3 })[0]!);
    expect(conforms({ ...JSON.parse(text), cells: [{ cell_type: 'code', id: 'a b' }] })).toBe(false);
  });
});

/** A notebook of a stranger with these outputs in its only cell. */
function stranger(outputs: readonly object[], cell: object = {}): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 2,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' } },
    cells: [
      { cell_type: 'raw', metadata: {}, source: 'raw' },
      { cell_type: 'code', metadata: {}, source: ['a = 1\n', 'a'], execution_count: 7, outputs, ...cell },
    ],
  });
}

function outputsOf(text: string) {
  const cell = read(text).cells[1];
  return cell?.kind === 'code' ? cell.outputs : null;
}

describe("a stranger's notebook", () => {
  it('gives its cells, with ids where it has none', () => {
    expect(read(stranger([]))).toEqual({
      ...{ kind: 'notebook', version: 1, id: 'new-3', title: 'untitled' },
      cells: [
        { kind: 'markdown', id: 'new-1', source: 'raw' },
        { kind: 'code', id: 'new-2', source: 'a = 1\na', outputs: [], lastRun: null },
      ],
    });
  });

  it('gives texts, errors, pictures and JSON of its outputs', () => {
    const outputs = [
      { output_type: 'stream', name: 'stderr', text: ['one\n', 'two\n'] },
      { output_type: 'execute_result', data: { 'text/plain': ['3'] }, execution_count: 1, metadata: {} },
      { output_type: 'display_data', data: { 'image/png': 'AAAA', 'text/plain': 'figure' }, metadata: {} },
      { output_type: 'display_data', data: { 'application/json': { a: [1] } }, metadata: {} },
      { output_type: 'error', ename: 'KeyError', evalue: "'x'", traceback: ['\u001b[31mKeyError'] },
    ];
    expect(outputsOf(stranger(outputs))).toMatchObject([
      { kind: 'text', level: 'error', text: 'one\ntwo' },
      { kind: 'text', level: 'log', text: '3' },
      { kind: 'image', mimeType: 'image/png', data: 'AAAA' },
      { kind: 'value', value: { type: 'Object', preview: '{a: [1]}' } },
      { kind: 'error', name: 'KeyError', message: "'x'", hint: null, places: [] },
    ]);
  });

  it('gives nothing of HTML, scripts and widgets', () => {
    const bundle = (data: object) => ({ output_type: 'display_data', data, metadata: {} });
    const script = '<script>alert(1)</script>';
    const outputs = [
      bundle({ 'text/html': script, 'text/plain': '<DataFrame>' }),
      bundle({ 'text/html': [script], 'application/javascript': 'alert(1)' }),
      bundle({ 'application/vnd.jupyter.widget-view+json': { model_id: 'x' } }),
      bundle({ 'application/vnd.streamflow.value+json': { type: script, preview: 5 }, 'text/plain': 'kept' }),
      bundle({ 'application/vnd.streamflow.table+json': { packed: '!', nRows: -1 }, 'text/html': script }),
      { output_type: 'update_display_data', data: { 'text/html': script } },
      { output_type: 'stream', text: 5 },
    ];
    const read = outputsOf(stranger(outputs));
    expect(read).toMatchObject([
      { kind: 'text', text: '<DataFrame>' },
      { kind: 'text', text: '[not shown: text/html, application/javascript]' },
      { kind: 'text', text: '[not shown: application/vnd.jupyter.widget-view+json]' },
      { kind: 'text', text: 'kept' },
      { kind: 'text', text: '[not shown: application/vnd.streamflow.table+json, text/html]' },
      { kind: 'text', text: '' },
    ]);
    expect(JSON.stringify(read)).not.toContain('alert');
  });

  it('loses extras that are damaged, and no more', () => {
    const metadata = { streamflow: { id: 5, lastRun: { number: 'x' }, outputs: [{ level: 'loud' }] } };
    const outputs = [{ output_type: 'stream', name: 'stdout', text: 'a\n' }];
    expect(read(stranger(outputs, { metadata, id: 'kept' })).cells[1]).toEqual({
      ...{ kind: 'code', id: 'kept', source: 'a = 1\na', lastRun: null },
      outputs: [{ kind: 'text', level: 'log', text: 'a' }],
    });
  });

  it('cannot overflow the stack with a tree of any depth', () => {
    const deep = `${'{"type":"x","preview":"","members":[["a",'.repeat(5000)}{"type":"x","preview":""}${']]}'.repeat(5000)}`;
    const text = stranger([
      { output_type: 'display_data', data: { 'application/vnd.streamflow.value+json': 0 } },
    ]);
    const outputs = outputsOf(text.replace('value+json":0', `value+json":${deep}`));
    expect(outputs).toMatchObject([
      { kind: 'text', text: '[not shown: application/vnd.streamflow.value+json]' },
    ]);
  });
});

describe('a file that is no notebook', () => {
  it.each([
    ['', 'the file is no JSON'],
    ['<!doctype html>', 'the file is no JSON'],
    ['null', 'the file is null where a notebook has Object'],
    ['{"nbformat":3,"worksheets":[]}', 'the notebook has format version 3'],
    ['{"nbformat":4}', 'cells is undefined where a notebook has "cells"'],
    [
      '{"nbformat":4,"cells":[{"cell_type":"code","source":5}]}',
      'cells.0.source is 5 where a notebook has (string | Array)',
    ],
    [
      '{"nbformat":4,"cells":[{"cell_type":"x","source":""}]}',
      `cells.0.cell_type is "x" where a notebook has ("code" | "markdown" | "raw")`,
    ],
  ])('is refused with what is wrong: %s', (text, message) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'NotebookFileError', message }));
  });

  it('may be any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toMatchObject({ name: 'NotebookFileError', hint: expect.stringMatching(/./) });
        }
      }),
    );
  });
});
