import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';
import { type FuzzWorld, openFuzzWorld } from './fuzz-world.ts';

/** How the files of one kind fared. */
export interface FuzzCount {
  readonly kind: string;
  readonly nFiles: number;
  /** Refused with a message and a hint, nothing changed. */
  readonly nRefused: number;
  /** Taken: the damage made another good file, or lay where it says nothing. */
  readonly nTaken: number;
  /** Of the slowest file, in this process. */
  readonly slowestCpuMs: number;
}

/** What a run found; `faults` has one line per file that was not met as it must be. */
export interface FuzzReport {
  readonly counts: readonly FuzzCount[];
  readonly faults: readonly string[];
}

const MOST_CPU_MS = 5000;

/**
 * Gives the lab `nFiles` damaged files, as many of each kind, and looks at all that is stored before and after each.
 * The same seed gives the same files.
 */
export async function fuzzFiles(options: {
  readonly nFiles: number;
  readonly seed: number;
  /** Told of each kind when all its files were given. */
  readonly onCount: (line: string) => void;
}): Promise<FuzzReport> {
  const counts: FuzzCount[] = [];
  const faults: string[] = [];
  for (const [position, kind] of FILE_KINDS.entries()) {
    const nFiles = Math.ceil(options.nFiles / FILE_KINDS.length);
    const report = await fuzzKind(kind, { nFiles, random: new MersenneTwister(options.seed + position) });
    for (const count of report.counts) options.onCount(lineOf(count));
    counts.push(...report.counts);
    faults.push(...report.faults);
  }
  options.onCount(`all: ${counts.reduce((sum, { nFiles }) => sum + nFiles, 0)} files`);
  return { counts, faults };
}

function lineOf({ kind, nFiles, nRefused, nTaken, slowestCpuMs }: FuzzCount): string {
  const fared = `${nRefused} refused, ${nTaken} taken, slowest ${Math.round(slowestCpuMs)} ms`;
  return `${kind.padEnd(12)} ${nFiles} files: ${fared}`;
}

async function fuzzKind(
  kind: FileKind,
  { nFiles, random }: { readonly nFiles: number; readonly random: MersenneTwister },
): Promise<FuzzReport> {
  const faults: string[] = [];
  let world = await openFuzzWorld();
  const whole = await world.digest();
  let nRefused = 0;
  let nTaken = 0;
  let slowestCpuMs = 0;
  for (let n = 0; n < nFiles; n++) {
    const file = kind.damage(random);
    const found = await giveFile(kind, file, world);
    slowestCpuMs = Math.max(slowestCpuMs, found.cpuMs);
    const isSame = (await world.digest()) === whole;
    const fault = faultOf(found, isSame);
    if (fault !== null) faults.push(`${kind.name} ${n} (${file.how}): ${fault}`);
    if (found.end === 'refused') nRefused++;
    if (found.end === 'taken') nTaken++;
    if (!isSame) world = await openFuzzWorld();
  }
  return { counts: [{ kind: kind.name, nFiles, nRefused, nTaken, slowestCpuMs }], faults };
}

interface Found {
  readonly end: 'taken' | 'refused' | 'broke';
  /** What was said: message and hint, or the error that was none of the lab's. */
  readonly said: readonly string[];
  /** Of the processor, not of the clock: what other programs do meanwhile does not count. */
  readonly cpuMs: number;
}

async function giveFile(
  kind: FileKind,
  file: Parameters<FileKind['take']>[0],
  world: FuzzWorld,
): Promise<Found> {
  const started = process.cpuUsage();
  const outcome = await kind.take(file, world).then(
    (refusal): Omit<Found, 'cpuMs'> =>
      refusal === null
        ? { end: 'taken', said: [] }
        : { end: 'refused', said: [refusal.message, refusal.hint] },
    (error: unknown): Omit<Found, 'cpuMs'> => ({ end: 'broke', said: [String((error as Error)?.stack)] }),
  );
  const { user, system } = process.cpuUsage(started);
  return { ...outcome, cpuMs: (user + system) / 1000 };
}

function faultOf({ end, said, cpuMs }: Found, isSame: boolean): string | null {
  if (cpuMs > MOST_CPU_MS) return `took ${Math.round(cpuMs)} ms`;
  if (end === 'broke') return `ended with an error that is none of the lab's: ${said[0]}`;
  if (end === 'taken') return null;
  if (said.some((text) => typeof text !== 'string' || text.trim() === ''))
    return 'was refused without a word';
  return isSame ? null : `was refused, but changed what is stored: ${said[0]}`;
}
