import { confusionMatrix } from '../../core/evaluation/confusion-matrix.ts';
import type { TestScores } from './evaluation.ts';

/** What calling everyone from a threshold on would have meant for the test rows. */
export interface AtThreshold {
  readonly threshold: number;
  /** Leavers that were called, stayers that were called, leavers that were missed, stayers left alone. */
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** Share of the calls that reach a leaver; 0 without a call, as scikit-learn has it. */
  readonly precision: number;
  /** Share of the leavers that are called. */
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** What a wrong decision costs, in any one currency. */
export interface Costs {
  readonly missedLeaver: number;
  readonly needlessCall: number;
}

/** One point of the cost line. */
export interface CostPoint {
  readonly threshold: number;
  readonly cost: number;
}

/** Confusion and metrics when all rows with a score of at least `threshold` are called. */
export function scoreAtThreshold({ labels, scores }: TestScores, threshold: number): AtThreshold {
  const called = scores.map((score) => Number(score >= threshold));
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix(labels, called, {
    labels: [0, 1],
  }) as [[number, number], [number, number]];
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    threshold,
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives,
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    accuracy: ratio(truePositives + trueNegatives, labels.length),
  };
}

/** The cost of both kinds of mistakes at one threshold. */
export function costAt(at: AtThreshold, { missedLeaver, needlessCall }: Costs): number {
  return at.falseNegatives * missedLeaver + at.falsePositives * needlessCall;
}

/** The scores at every hundredth from 0 to 1: what cost lines of any prices are drawn from. */
export function scoreAtHundredths(test: TestScores): readonly AtThreshold[] {
  return Array.from({ length: 101 }, (_, hundredth) => scoreAtThreshold(test, hundredth / 100));
}

/** The cost of the mistakes at each of the thresholds. */
export function costLine(points: readonly AtThreshold[], costs: Costs): readonly CostPoint[] {
  return points.map((at) => ({ threshold: at.threshold, cost: costAt(at, costs) }));
}

/** The cheapest point; the first where several cost the same. */
export function cheapest(line: readonly CostPoint[]): CostPoint {
  return line.reduce((best, point) => (point.cost < best.cost ? point : best));
}
