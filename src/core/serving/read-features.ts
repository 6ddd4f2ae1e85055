import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { distortFeatures, refuseDroppedViews, storeDelayMs } from './faulty-reads.ts';
import { judgeFeatures, type ServedFeature } from './feature-report.ts';

/** The features of one entity, and the delay that a fault put in front of the read. */
export interface FeatureRead {
  readonly features: readonly ServedFeature[];
  readonly delay: Delay;
}

/** An injected delay in milliseconds, and how long was really waited for it. */
export interface Delay {
  readonly injectedMs: number;
  readonly waitedMs: number;
}

/** Reads and judges the features of one entity, with the faults in force. Throws what the online store throws. */
export async function readFeatures(
  entity: string,
  process: ApiProcess,
  { online, faults, timer, sleep }: Pick<ApiDependencies, 'online' | 'faults' | 'timer' | 'sleep'>,
): Promise<FeatureRead> {
  const { options } = process;
  const readNumber = process.nReads++;
  const active = faults.active();
  refuseDroppedViews(active, options.features);
  const injectedMs = storeDelayMs(active);
  const before = timer();
  if (injectedMs > 0) await sleep(injectedMs);
  const waitedMs = timer() - before;
  const read = await online.read({
    entity: { [options.joinKey]: entity },
    features: options.features,
    fullFeatureNames: options.fullFeatureNames,
    strictTtl: options.strictTtl,
  });
  const arrived = distortFeatures(active, read, readNumber);
  return {
    features: judgeFeatures(arrived, options, process.model?.featureDefaults ?? null),
    delay: { injectedMs, waitedMs },
  };
}
