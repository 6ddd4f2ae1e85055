import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../src/core/table/csv/records-of.ts';
import { createRecord, scanRecord } from '../../../../src/core/table/csv/scan-records.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Cells as they stand between their quotes; every other line end, quoted or not. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', ' ', '1'), maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('a', ',', '\n', '\r', '""'), maxLength: 4 }).map((text) => `"${text}"`),
);
const file = fc
  .array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r')), {
    minLength: 1,
  })
  .map((records) => ({
    rows: records.map(([cells]) => cells),
    text: records.map(([cells, end]) => cells.join(',') + end).join(''),
  }));

async function readAll(chunks: readonly Uint8Array[]): Promise<string[][]> {
  const records: string[][] = [];
  for await (const batch of recordsOf(streamOf(chunks), () => ({ delimiter: 0x2c, start: 0 }))) {
    for (let record = batch.next(); record !== null; record = batch.next()) {
      const { bytes, starts, ends, nCells } = record;
      records.push(
        Array.from({ length: nCells }, (_, i) => decoder.decode(bytes.subarray(starts[i], ends[i]))),
      );
    }
  }
  return records;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('the records of a CSV file', () => {
  it('are the same however the file is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.nat(200)), async ({ rows, text }, cuts) => {
        const bytes = encoder.encode(text);
        const ends = [...new Set(cuts.filter((cut) => cut < bytes.length)), bytes.length].sort(
          (a, b) => a - b,
        );
        const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        const inner = rows.map((cells) => cells.map((text) => text.replace(/^"(.*)"$/s, '$1')));
        expect(await readAll(chunks)).toEqual(inner);
        expect(await readAll(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(inner);
      }),
    );
  });

  it('end with the file, with or without a line end', async () => {
    expect(await readAll([encoder.encode('a,b\n1,')])).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(await readAll([])).toEqual([]);
    expect(await readAll([encoder.encode('\n')])).toEqual([['']]);
  });
});

describe('one record', () => {
  const scan = (text: string, isLast = true) => {
    const record = createRecord();
    const after = scanRecord(record, encoder.encode(text), { start: 0, delimiter: 0x3b, isLast });
    const { nCells, quoting, isUnclosed } = record;
    return { after, quoting: [...quoting.subarray(0, nCells)], isUnclosed };
  };

  it.each([
    ['a;"b";"c""d";"e"f\nnext', { after: 18, quoting: [0, 1, 2, 3], isUnclosed: false }],
    ['"a\nb', { after: 4, quoting: [1], isUnclosed: true }],
    [';\r\nnext', { after: 3, quoting: [0, 0], isUnclosed: false }],
  ])('%j tells how its cells are quoted', (text, expected) => {
    expect(scan(text)).toEqual(expected);
  });

  it.each(['a;b', '"a', 'a\r', '"a"'])('%j waits for more where the file goes on', (text) => {
    expect(scan(text, false).after).toBe(-1);
  });
});
