import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/notebook/report/read-report.ts';
import type { Report } from '../../../src/notebook/report/report.ts';
import { checksumOf } from '../../../src/notebook/report/report-file.ts';
import { writeReport } from '../../../src/notebook/report/write-report.ts';
import { anyReport } from './any-report.ts';

const REPORT: Report = {
  ...{ kind: 'report', version: 1, isSelfReported: true, student: 'Ada', language: 'en', writtenAt: 1 },
  ...{ appVersion: '1.0.0', lessons: [] },
};

/** A file around any bytes, with its checksum right. */
function fileAround(json: string | Uint8Array, version = 1): Uint8Array {
  const packed = deflateSync(typeof json === 'string' ? new TextEncoder().encode(json) : json);
  return withHead(packed, version);
}

function withHead(packed: Uint8Array, version = 1): Uint8Array {
  const head = new TextEncoder().encode(`SFLAB ${version} ${checksumOf(packed, version)}\n`);
  return Uint8Array.from([...head, ...packed]);
}

function packedPart(bytes: Uint8Array): Uint8Array {
  return bytes.slice(bytes.indexOf(10) + 1);
}

function problemOf(bytes: Uint8Array): string | undefined {
  return readReport(bytes).problem?.code;
}

describe('a .sflab file', () => {
  it('gives back what was written, for 300 reports of every form', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(readReport(writeReport(report))).toEqual({ report, problem: null });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same report', () => {
    expect(writeReport(REPORT)).toEqual(writeReport(structuredClone(REPORT)));
  });

  it('is refused when one byte of it changed, 500 times', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.integer({ min: 1, max: 255 }), (report, at, flip) => {
        const bytes = writeReport(report);
        bytes[at % bytes.length]! ^= flip;
        expect(readReport(bytes).report).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('never makes the reader throw when bytes changed and the checksum was made right again, 500 times', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.integer({ min: 1, max: 255 }), (report, at, flip) => {
        const packed = packedPart(writeReport(report));
        packed[at % packed.length]! ^= flip;
        const read = readReport(withHead(packed));
        // A changed byte may still spell another good report; then that is what it says.
        if (read.report === null) expect(read.problem.hint).not.toBe('');
        else expect(readReport(writeReport(read.report)).report).toEqual(read.report);
      }),
      { numRuns: 500 },
    );
  });

  it('is checked member by member: 500 reports with one member replaced are refused or read as they stand', () => {
    const odd = fc.constantFrom<unknown>(
      ...[null, true, -1, 1.5, 1e308, '', 'x', [], {}, [[]], { constructor: 1 }, 'x'.repeat(1000)],
    );
    let nRefused = 0;
    fc.assert(
      fc.property(anyReport, fc.nat(), odd, (report, at, value) => {
        const copy: unknown = structuredClone(report);
        const places = placesIn(copy);
        const { owner, key } = places[at % places.length]!;
        owner[key] = value;
        const read = readReport(fileAround(JSON.stringify(copy)));
        if (read.report === null) nRefused += 1;
        else expect(readReport(writeReport(read.report)).report).toEqual(read.report);
      }),
      { numRuns: 500 },
    );
    expect(nRefused).toBeGreaterThan(200);
  });

  it('is refused wherever it was cut', () => {
    const bytes = writeReport(REPORT);
    for (let length = 0; length < bytes.length; length++) {
      expect(readReport(bytes.slice(0, length)).report, `cut to ${length}`).toBeNull();
    }
  });

  it('is told from any other file, 500 times', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readReport(bytes).report).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(problemOf(new TextEncoder().encode('PK\u0003\u0004'))).toBe('no-report');
    expect(problemOf(new TextEncoder().encode('SFLAB'))).toBe('damaged');
  });

  it('of a newer lab is told as that', () => {
    expect(problemOf(fileAround(JSON.stringify({ ...REPORT, version: 2 }), 2))).toBe('newer-version');
  });

  it('that unpacks to a thousand times its size is refused before it is unpacked', () => {
    const bomb = fileAround(new Uint8Array(200_000_000).fill(32));
    expect(bomb.length).toBeLessThan(300_000);
    expect(problemOf(bomb)).toBe('too-large');
    expect(problemOf(withHead(new Uint8Array(9_000_000)))).toBe('too-large');
  });

  it.each([
    ['a deep list', '['.repeat(1_000_000), 'damaged'],
    ['a deep list that closes', '['.repeat(100_000) + ']'.repeat(100_000), 'not-acceptable'],
    ['no UTF-8', new Uint8Array([0xff, 0xfe]), 'damaged'],
    ['nothing', '', 'damaged'],
    ['a member that no report has', JSON.stringify({ ...REPORT, script: 'alert(1)' }), 'not-acceptable'],
    ['no name', JSON.stringify({ ...REPORT, student: '' }), 'not-acceptable'],
    ['a claim that it is proven', JSON.stringify({ ...REPORT, isSelfReported: false }), 'not-acceptable'],
    ['a million lessons', JSON.stringify({ ...REPORT, lessons: Array(1_000_000).fill(0) }), 'not-acceptable'],
  ])('with %s is refused', (_, json, code) => {
    expect(problemOf(fileAround(json))).toBe(code);
  });

  it('cannot reach the prototype of anything', () => {
    const json = JSON.stringify(REPORT).replace('{', '{"__proto__":{"isAdmin":true},');
    const { report } = readReport(fileAround(json));
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect((report as { isAdmin?: boolean } | null)?.isAdmin).toBeUndefined();
  });

  it('is not written of what no reader takes', () => {
    expect(() => writeReport({ ...REPORT, student: '' })).toThrow("the report's student");
    expect(() => writeReport({ ...REPORT, writtenAt: Number.NaN })).toThrow("the report's writtenAt");
  });
});

type Place = { readonly owner: Record<string | number, unknown>; readonly key: string };

/** Every member of every object and list in a value. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesIn(owner[key])]);
}
