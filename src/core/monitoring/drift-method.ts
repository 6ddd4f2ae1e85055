import { quote, ValueError } from '../errors.ts';
import { chiSquarePValue } from './chi-square.ts';
import type { ColumnKind } from './column-kind.ts';
import { jensenShannonDistance } from './jensen-shannon.ts';
import { kolmogorovSmirnovPValue } from './kolmogorov-smirnov.ts';
import type { PairedCounts } from './paired-counts.ts';
import { twoProportionsPValue } from './two-proportions.ts';
import { wassersteinNormed } from './wasserstein.ts';

/** How two samples of a column are compared; Evidently's names. The first three give p-values, the others distances. */
export type DriftMethod = 'ks' | 'chisquare' | 'z' | 'wasserstein' | 'jensenshannon';

/** A score and what it means: a p-value drifts below its threshold, a distance from its threshold on. */
export interface DriftScore {
  readonly method: DriftMethod;
  readonly score: number;
  readonly threshold: number;
  readonly drifted: boolean;
}

/** From this many reference rows on Evidently measures a distance, since a test would find any trifle. */
const MAX_TESTED_ROWS = 1000;
const MAX_COUNTED_VALUES = 5;

/** Evidently's default method for a column, by the reference's rows and the distinct values of both (D1). */
export function chooseDriftMethod(kind: ColumnKind, counts: PairedCounts): DriftMethod {
  const nDistinct = counts.values.length;
  const asNumbers = kind === 'numerical' && nDistinct > MAX_COUNTED_VALUES;
  if (counts.nReference > MAX_TESTED_ROWS) return asNumbers ? 'wasserstein' : 'jensenshannon';
  if (asNumbers) return 'ks';
  return nDistinct > 2 ? 'chisquare' : 'z';
}

/** Scores one column by `method`; the default thresholds are Evidently's: p < 0.05, distance ≥ 0.1 (D2). */
export function scoreDrift(
  counts: PairedCounts,
  method: DriftMethod,
  options: {
    readonly kind: ColumnKind;
    readonly wholeNumbers: boolean;
    readonly threshold?: number | undefined;
  },
): DriftScore {
  const isTest = method === 'ks' || method === 'chisquare' || method === 'z';
  const threshold = options.threshold ?? (isTest ? 0.05 : 0.1);
  const score = scoreBy(method, counts, options);
  return { method, score, threshold, drifted: decide(method, score, threshold) };
}

function scoreBy(
  method: DriftMethod,
  counts: PairedCounts,
  options: { readonly kind: ColumnKind; readonly wholeNumbers: boolean },
): number {
  switch (method) {
    case 'ks':
      return kolmogorovSmirnovPValue(counts);
    case 'chisquare':
      return chiSquarePValue(counts);
    case 'z':
      return twoProportionsPValue(counts);
    case 'wasserstein':
      return wassersteinNormed(counts);
    case 'jensenshannon':
      return jensenShannonDistance(counts, {
        binned: options.kind === 'numerical',
        wholeNumbers: options.wholeNumbers,
      });
    default:
      throw new ValueError(
        `no drift method ${quote(method)}`,
        'use ks, chisquare, z, wasserstein or jensenshannon',
      );
  }
}

function decide(method: DriftMethod, score: number, threshold: number): boolean {
  if (method === 'wasserstein' || method === 'jensenshannon') return score >= threshold;
  // Evidently includes the threshold itself for this one test only.
  return method === 'ks' ? score <= threshold : score < threshold;
}
