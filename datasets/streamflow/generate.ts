// Regenerates the dataset in memory and compares it with the committed files; with --write, writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { digestOf } from '../../src/core/digest.ts';
import { buildDataset, SEED } from './generator/build-dataset.ts';

const folder = new URL('./', import.meta.url);
const { files } = buildDataset(SEED);
const different = [...files].filter(([name, bytes]) => digestOf(bytes) !== committedDigest(name));

if (process.argv.includes('--write')) {
  for (const [name, bytes] of different) writeFileSync(new URL(name, folder), bytes);
  console.log(`${different.length} of ${files.size} files written`);
} else {
  for (const [name] of different) console.error(`datasets/streamflow/${name} is not what seed ${SEED} gives`);
  if (different.length === 0) console.log(`${files.size} files are what seed ${SEED} gives, byte for byte`);
  process.exitCode = different.length === 0 ? 0 : 1;
}

function committedDigest(name: string): string | null {
  try {
    return digestOf(readFileSync(new URL(name, folder)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
