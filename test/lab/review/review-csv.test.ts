import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewCsv } from '../../../src/lab/review/review-csv.ts';
import { anyReport, anyText } from '../../notebook/report/any-report.ts';

describe('the review as CSV', () => {
  it('has no cell that a spreadsheet takes for a formula, and as many cells in each row, for 300 reports', () => {
    fc.assert(
      fc.property(anyReport, anyText, (report, fileName) => {
        const handIn = { digest: 'a', fileName, addedAt: 1, problem: null, report };
        const csv = reviewCsv({ handIns: [handIn], marks: [], replays: [] });
        const rows = parse(csv);
        for (const row of rows) {
          expect(row).toHaveLength(17);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives a file that could not be read a row with its message', () => {
    const problem = { severity: 'error', code: 'damaged', message: 'cut', hint: 'again' } as const;
    const handIn = { digest: 'a', fileName: '=cmd|x.sflab', addedAt: 1, problem, report: null };
    const rows = parse(reviewCsv({ handIns: [handIn], marks: [], replays: [] }));
    expect(rows[1]).toEqual(['', "'=cmd|x.sflab", ...Array(14).fill(''), 'cut']);
  });
});

/** An independent reading of RFC 4180: quoted cells with doubled quotes, rows that end with CRLF. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match !== null; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
