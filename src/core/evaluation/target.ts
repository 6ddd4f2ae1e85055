import { ValueError } from '../errors.ts';
import { encodeLabels } from '../training/encode-labels.ts';
import type { Label, Labels } from '../training/estimator.ts';

/** Labels as the metrics see them: booleans are 0 and 1, as in numpy. */
export interface Target {
  /** 'continuous' where a number has a fraction; at most two classes are 'binary'. */
  readonly kind: 'binary' | 'multiclass' | 'continuous';
  /** Distinct labels, numbers by value, strings by code point. */
  readonly classes: readonly Label[];
  /** One code per row: `classes[codes[i]]` is label i. */
  readonly codes: Int32Array;
}

/** Reads labels, scikit-learn's `type_of_target`. `name` is what messages call them, e.g. 'y_true'. */
export function toTarget(labels: Labels, name: string): Target {
  const { classes, codes } = encodeLabels(withoutBooleans(labels), name);
  const isFraction = (label: Label) => typeof label === 'number' && !Number.isInteger(label);
  const kind = classes.some(isFraction) ? 'continuous' : classes.length > 2 ? 'multiclass' : 'binary';
  return { kind, classes, codes };
}

/** True labels and predictions over one list of classes. */
export interface TargetPair {
  readonly kind: 'binary' | 'multiclass';
  /** The labels that occur in either, sorted. */
  readonly classes: readonly Label[];
  readonly trueCodes: Int32Array;
  readonly predictedCodes: Int32Array;
}

/**
 * True labels and predictions that can be compared row by row; a `ValueError` for scores in place of
 * predictions, for strings against numbers and for different lengths.
 */
export function toTargetPair(yTrue: Labels, yPred: Labels): TargetPair {
  const truth = toTarget(yTrue, 'y_true');
  const predicted = toTarget(yPred, 'y_pred');
  if (truth.kind === 'continuous' || predicted.kind === 'continuous') throw notClasses(truth, predicted);
  if (mixesTypes(truth, predicted)) {
    throw new ValueError(
      'Mix of label input types (string and number)',
      'y_true and y_pred need labels of the same type',
    );
  }
  const { classes, codes } = encodeLabels([...truth.classes, ...predicted.classes]);
  const nTrue = truth.classes.length;
  return {
    kind: classes.length > 2 ? 'multiclass' : 'binary',
    classes,
    trueCodes: truth.codes.map((code) => codes[code]!),
    predictedCodes: predicted.codes.map((code) => codes[nTrue + code]!),
  };
}

/** Whether one holds strings and the other numbers, so that no label can match. */
export function mixesTypes(a: Target, b: Target): boolean {
  return a.classes.length > 0 && b.classes.length > 0 && typeof a.classes[0] !== typeof b.classes[0];
}

/** `label` as a `Target` holds it: booleans as 0 and 1. */
export function toTargetLabel(label: Label): Label {
  return typeof label === 'boolean' ? Number(label) : label;
}

function withoutBooleans(labels: Labels): Labels {
  for (let row = 0; row < labels.length; row++) {
    if (typeof labels[row] === 'boolean') return Array.from(labels, toTargetLabel);
  }
  return labels;
}

function notClasses(truth: Target, predicted: Target): ValueError {
  const fact =
    truth.kind === predicted.kind
      ? 'continuous is not supported'
      : `Classification metrics can't handle a mix of ${truth.kind} and ${predicted.kind} targets`;
  return new ValueError(
    fact,
    'pass predicted labels, for example scores.map((score) => Number(score > 0.5))',
  );
}
