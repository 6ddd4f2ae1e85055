import { setImmediate as nextTask } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ByteSource } from '../../src/core/table/byte-source.ts';
import { openHeadlessLab } from '../../src/headless/open-lab.ts';
import { applyCourseViews, COURSE_FEATURES } from '../../src/lab/route/course-features.ts';
import type { BenchRow } from './bench-row.ts';
import { courseMonth } from './course-month.ts';
import { median } from './quantiles.ts';

const AS_OF = '2024-01-31';
const SIZES = [
  { nCustomers: 7043, nSamples: 15 },
  { nCustomers: 70_430, nSamples: 9 },
  { nCustomers: 704_300, nSamples: 3 },
];
const WARM_UPS = 5;
const STAGES = ['ingest', 'join', 'materialize'] as const;
const LARGEST_RATIO = 12;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * What ten times the customers cost: one month of CSV files into a fresh database in memory, the join of all customers
 * with the course's four views, their materialization. The sizes take turns; there is no other program to compare with.
 * Processor time, as seconds of waiting for other programs would fall on the large sizes alone.
 */
export async function benchIngest(_python: string | null): Promise<BenchRow[]> {
  const months = SIZES.map(({ nCustomers }) => courseMonth(nCustomers));
  const samples: StageTimes[][] = SIZES.map(() => []);
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) await timeStages(months[0]!);
  for (let turn = 0; turn < SIZES[0]!.nSamples; turn++) {
    for (const [size, { nSamples }] of SIZES.entries()) {
      if (turn < nSamples) samples[size]!.push(await timeStages(months[size]!));
    }
  }
  return STAGES.flatMap((stage) => {
    const medians = samples.map((times) => median(times.map((time) => time[stage])));
    return medians.map((ms, size) => toRow(stage, size, { ms, tenthMs: medians[size - 1] ?? null }));
  });
}

type StageTimes = Readonly<Record<(typeof STAGES)[number], number>>;

async function timeStages(month: readonly ByteSource[]): Promise<StageTimes> {
  const { api: lab } = await openHeadlessLab();
  await collectGarbage();
  const ingest = await time(() => lab.data.importMonth(month, { asOf: AS_OF }));
  await applyCourseViews(lab);
  const entityDf = await lab.data.entityDf({ asOf: AS_OF });
  await collectGarbage();
  const join = await time(() => lab.store.getHistoricalFeatures({ entityDf, features: COURSE_FEATURES }));
  await collectGarbage();
  const materialize = await time(() => lab.store.materialize('2024-01-01T00:00:00Z', `${AS_OF}T00:00:00Z`));
  return { ingest, join, materialize };
}

/** So that no stage pays for what the one before left behind. Weak references last until the task ends: begin another. */
async function collectGarbage(): Promise<void> {
  await nextTask();
  collect();
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function toRow(
  stage: string,
  size: number,
  { ms, tenthMs }: { ms: number; tenthMs: number | null },
): BenchRow {
  const { nCustomers, nSamples } = SIZES[size]!;
  const note = `processor time, median of ${nSamples}`;
  const name = `${stage}, ${nCustomers.toLocaleString('en')} customers`;
  if (tenthMs === null) return { name, oursMs: ms, referenceMs: null, ratio: null, target: null, note };
  return {
    name,
    oursMs: ms,
    referenceMs: tenthMs,
    ratio: ms / tenthMs,
    target: LARGEST_RATIO,
    note: `${note}; the reference is our own time for a tenth of the customers`,
  };
}
