import type { BenchRow } from './bench-row.ts';
import { median } from './quantiles.ts';

/** What is timed, and what it is compared with. */
export interface Contest {
  readonly ours: () => Promise<unknown>;
  /** Gives the milliseconds that the reference measured itself. */
  readonly theirs: (() => Promise<number>) | null;
  /** The largest ratio that is good enough. */
  readonly target: number;
  readonly note: string;
}

const SAMPLES = 7;

/** The medians of ours and the reference's, taken in turns; each is warmed up once. */
export async function measure(name: string, { ours, theirs, target, note }: Contest): Promise<BenchRow> {
  await ours();
  await theirs?.();
  const oursMs: number[] = [];
  const theirsMs: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const started = performance.now();
    await ours();
    oursMs.push(performance.now() - started);
    if (theirs !== null) theirsMs.push(await theirs());
  }
  const our = median(oursMs);
  const their = theirs === null ? null : median(theirsMs);
  return { name, oursMs: our, referenceMs: their, ratio: their === null ? null : our / their, target, note };
}
