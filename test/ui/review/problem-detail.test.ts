import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/notebook/report/read-report.ts';
import { checksumOf, MAX_FILE_BYTES } from '../../../src/notebook/report/report-file.ts';
import { problemDetail } from '../../../src/ui/review/problem-detail.ts';
import { reviewTexts } from '../../../src/ui/review/review-texts.ts';

/** A file with its head right, around bytes that may be no report. */
function fileAround(packed: Uint8Array, version = 1): Uint8Array {
  const head = new TextEncoder().encode(`SFLAB ${version} ${checksumOf(packed, version)}\n`);
  return Uint8Array.from([...head, ...packed]);
}

const packed = (json: string): Uint8Array => deflateSync(new TextEncoder().encode(json));

const good = fileAround(packed('{}'));

const formatsOf = (language: string) => ({ count: (value: number) => value.toLocaleString(language) });

function detailOf(bytes: Uint8Array, language: 'en' | 'fr'): string {
  const { problem } = readReport(bytes);
  if (problem === null) throw new Error('the file was read');
  return problemDetail(problem, reviewTexts[language], formatsOf(language));
}

describe('what was found in a file that is no hand-in', () => {
  it.each([
    ['a cut first line', good.slice(0, 20), 'Sa première ligne est coupée ou modifiée.'],
    ['a byte that changed', good.with(-1, good.at(-1)! ^ 1), 'Sa somme de contrôle ne correspond pas.'],
    ['what is not packed', fileAround(new Uint8Array([7, 7, 7])), 'Il ne peut pas être décompressé.'],
    ['no JSON', fileAround(packed('{')), 'Il ne contient pas de JSON.'],
    ['a newer version', fileAround(packed('{}'), 2), 'Son format est la version 2.'],
    ['too many bytes', fileAround(new Uint8Array(MAX_FILE_BYTES)), 'Il fait 8 000 073 octets.'],
    ['another member', fileAround(packed('{"kind":"letter"}')), "kind vaut 'letter'."],
  ])('is said in French: %s', (_, bytes, detail) => {
    expect(detailOf(bytes, 'fr').replaceAll(/\s/g, ' ')).toBe(detail);
    expect(detailOf(bytes, 'en')).not.toBe(detailOf(bytes, 'fr'));
  });

  it('is the message as it was stored where an older lab stored it', () => {
    const problem = { message: 'the file is damaged: its checksum is another' };
    expect(problemDetail(problem, reviewTexts.fr, formatsOf('fr'))).toBe(problem.message);
  });
});
