import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { bytesSource } from '../../src/core/table/byte-source.ts';
import { readCsv } from '../../src/core/table/csv/read-csv.ts';
import { writeParquet } from '../../src/core/table/parquet/write-parquet.ts';
import type { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { toIpynb } from '../../src/notebook/document/to-ipynb.ts';
import { toMarkdown } from '../../src/notebook/document/to-markdown.ts';
import { writeReport } from '../../src/notebook/report/write-report.ts';
import { MONTH } from '../core/snapshots/world.ts';
import { sampleNotebook } from '../e2e/sample-notebook.ts';
import { anyNotebook } from '../notebook/document/any-notebook.ts';
import { anyReport } from '../notebook/report/any-report.ts';
import { damage, pick } from './damage.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { hostileZip } from './hostile-zip.ts';
import { resealBackup, resealReport } from './reseal.ts';
import { type Refusal, takeBackup, takeHandIn, takeLesson, takeMonth, takeNotebook } from './take-file.ts';

/** A file as it comes from outside. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is not whole any more, and what was done to it. */
export interface DamagedFile extends NamedFile {
  readonly how: string;
}

/** A kind of file that the lab takes from outside. */
export interface FileKind {
  readonly name: string;
  /** Real files of the kind, which the lab takes. */
  readonly whole: readonly NamedFile[];
  damage(random: MersenneTwister): DamagedFile;
  /** Gives the file to the lab as a student would; what the lab says of it where it does not take it. */
  take(file: NamedFile, world: FuzzWorld): Promise<Refusal>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const csvs: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries(MONTH).map(([name, text]) => [name, bytesOf(text)]),
);
const parquets: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  await Promise.all(
    Object.entries(csvs).map(async ([name, bytes]) => {
      const { table } = await readCsv(bytesSource(name, bytes));
      return [name.replace('.csv', '.parquet'), new Uint8Array(writeParquet(table))] as const;
    }),
  ),
);
const lessons = ['en/01-orientation.md', 'en/03-point-in-time-joins.md', 'fr/01-orientation.md'];
const notebooks = [sampleNotebook(), ...fc.sample(anyNotebook, { numRuns: 4, seed: 1 })];
const reports = fc.sample(anyReport, { numRuns: 6, seed: 1 });
const backups = ['lab-1', 'notebooks-1', 'course-1', 'review-1'];

/** Every kind of file that is opened from outside. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    name: 'CSV',
    ...realFiles(namedFiles(csvs)),
    take: ({ name, bytes }, world) => takeMonth({ ...csvs, [name]: bytes }, world),
  },
  {
    name: 'Parquet',
    ...realFiles(namedFiles(parquets)),
    take: ({ name, bytes }, world) => takeMonth({ ...parquets, [name]: bytes }, world),
  },
  {
    name: 'zip',
    whole: [{ name: 'month.zip', bytes: zipSync(csvs) }],
    damage: (random) => {
      const hostile = random.bounded(2) > 0 ? hostileZip(csvs, random) : damage(zipSync(csvs), random);
      return { name: 'month.zip', ...hostile };
    },
    take: ({ name, bytes }, world) => takeMonth({ [name]: bytes }, world),
  },
  {
    name: '.ipynb',
    ...realFiles(notebooks.map((notebook) => ({ name: 'a.ipynb', bytes: bytesOf(toIpynb(notebook)) }))),
    take: takeNotebook,
  },
  {
    name: 'notebook .md',
    ...realFiles(
      notebooks.map((notebook) => ({
        name: 'a.md',
        bytes: bytesOf(toMarkdown(notebook, { withOutputs: true })),
      })),
    ),
    take: takeNotebook,
  },
  {
    name: 'lesson .md',
    ...realFiles(lessons.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`lessons/${name}`)) }))),
    take: takeLesson,
  },
  {
    name: '.sflab',
    ...realFiles(
      reports.map((report) => ({ name: 'a.sflab', bytes: writeReport(report) })),
      resealReport,
    ),
    take: takeHandIn,
  },
  {
    name: '.sfbackup',
    ...realFiles(
      backups.map((name) => ({
        name: `${name}.sfbackup`,
        bytes: new Uint8Array(readFileSync(`test/storage/fixtures/${name}.sfbackup`)),
      })),
      resealBackup,
    ),
    take: takeBackup,
  },
];

/** `reseal` damages the content of a form that has a checksum and makes that right again: half of the files get it. */
function realFiles(
  whole: readonly NamedFile[],
  reseal: typeof damage | null = null,
): Pick<FileKind, 'whole' | 'damage'> {
  return {
    whole,
    damage(random) {
      const { name, bytes } = pick(whole, random);
      const change = reseal !== null && random.bounded(1) === 0 ? reseal : damage;
      return { name, ...change(bytes, random) };
    },
  };
}

function namedFiles(files: Readonly<Record<string, Uint8Array>>): NamedFile[] {
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}
