import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from './file-kinds.ts';
import { fuzzFiles } from './fuzz-files.ts';
import { openFuzzWorld } from './fuzz-world.ts';

describe('files from outside', () => {
  it.each(FILE_KINDS)(
    'are taken where they are whole, so that refusals say something: $name',
    async (kind) => {
      for (const file of kind.whole) {
        expect(await kind.take(file, await openFuzzWorld()), file.name).toBeNull();
      }
    },
  );

  it('leave all that is stored as it was, or are taken, and always with a word: 2,000 damaged ones', async () => {
    const report = await fuzzFiles({ nFiles: 2000, seed: 6, onCount: (line) => console.log(line) });
    expect(report.faults).toEqual([]);
    expect(report.counts.reduce((sum, { nFiles }) => sum + nFiles, 0)).toBeGreaterThanOrEqual(2000);
  }, 1_800_000);
});
