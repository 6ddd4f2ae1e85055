import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { averagePrecisionScore } from '../../../src/core/evaluation/average-precision-score.ts';
import { brierScoreLoss } from '../../../src/core/evaluation/brier-score-loss.ts';
import { calibrationCurve } from '../../../src/core/evaluation/calibration-curve.ts';
import { confusionMatrix } from '../../../src/core/evaluation/confusion-matrix.ts';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { logLoss } from '../../../src/core/evaluation/log-loss.ts';
import { precisionRecallCurve } from '../../../src/core/evaluation/precision-recall-curve.ts';
import { precisionScore } from '../../../src/core/evaluation/precision-score.ts';
import { recallScore } from '../../../src/core/evaluation/recall-score.ts';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';
import { rocCurve } from '../../../src/core/evaluation/roc-curve.ts';
import { readVectors } from '../../parity/read-vectors.ts';

interface Outcome {
  readonly value?: unknown;
  readonly error?: string;
  readonly warnings?: number;
}

interface MetricCase {
  readonly y: readonly unknown[];
  readonly score: readonly unknown[];
  readonly pred: readonly unknown[];
  readonly weight: readonly unknown[];
  readonly calls: readonly (readonly [string, 'score' | 'pred', Record<string, unknown>, Outcome])[];
}

type AnyMetric = (y: unknown, second: unknown, options: Record<string, unknown>) => unknown;

const functions = {
  accuracyScore,
  averagePrecisionScore,
  brierScoreLoss,
  calibrationCurve,
  confusionMatrix,
  f1Score,
  logLoss,
  precisionRecallCurve,
  precisionScore,
  recallScore,
  rocAucScore,
  rocCurve,
} as unknown as Record<string, AnyMetric>;

test.each(Object.keys(functions))(
  '%s equals scikit-learn 1.7.2 in value, error and number of warnings on 500 random inputs',
  async (name) => {
    const { cases } = await readVectors<{ cases: MetricCase[] }>('metrics.json');
    expect(cases.length).toBe(500);
    let compared = 0;
    cases.forEach((each, index) => {
      for (const [called, column, options, outcome] of each.calls) {
        if (called !== name) continue;
        const label = `case ${index}, ${column}, ${JSON.stringify(options)}`;
        const actual = outcomeOf(each, { name, column, options });
        if (name === 'logLoss' && typeof outcome.value === 'number') {
          expect(actual.value, label).toSatisfy((value: number) => isWithin(value, outcome.value as number));
        } else {
          expect(actual, label).toEqual(outcome);
        }
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(100);
  },
);

function outcomeOf(
  each: MetricCase,
  call: { name: string; column: 'score' | 'pred'; options: Record<string, unknown> },
): Outcome {
  const messages = new Set<string>();
  const { sampleWeight, ...options } = withNumbers(call.options) as Record<string, unknown>;
  try {
    const value = functions[call.name]!(withNumbers(each.y), columnOf(each[call.column]), {
      ...options,
      ...(sampleWeight ? { sampleWeight: withNumbers(each.weight) } : {}),
      onWarning: (message: string) => messages.add(message),
    });
    return { value: plain(value), ...(messages.size > 0 ? { warnings: messages.size } : {}) };
  } catch (error) {
    return { error: (error as Error).name };
  }
}

/** A column of the vectors: a list, or rows of probabilities as a matrix. */
function columnOf(column: readonly unknown[]): unknown {
  if (!Array.isArray(column[0])) return withNumbers(column);
  const rows = column as readonly (readonly number[])[];
  return { data: Float64Array.from(rows.flat()), nRows: rows.length, nCols: rows[0]!.length };
}

/** Undoes the spelling of numbers that JSON lacks; null options are left out unless they mean something. */
function withNumbers(value: unknown): unknown {
  if (value === 'NaN') return Number.NaN;
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withNumbers(member)]));
}

/** A metric's result as the vectors spell it: curves as lists in the order of their keys. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown>, plain);
  }
  return Object.values(value as object).map(plain);
}

/** The logarithm of another library may differ in the last bit. */
function isWithin(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-15 * Math.abs(expected);
}
