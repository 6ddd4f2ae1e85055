import { compareCodePoints } from '../compare-code-points.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import type { Label, Labels } from './estimator.ts';

/** Labels as positions in the sorted list of the distinct ones. */
export interface EncodedLabels {
  readonly classes: readonly Label[];
  /** One code per label: `classes[codes[i]]` is label i. */
  readonly codes: Int32Array;
}

/**
 * Encodes labels by their sorted distinct values: numbers by value, false before true, strings by code point,
 * as `np.unique` sorts them. Throws a `ValueError` for a missing or infinite label and a `TypeError` where
 * numbers, booleans and strings are mixed. Linear in rows. `name` is what the messages call the labels.
 */
export function encodeLabels(labels: Labels, name = 'y'): EncodedLabels {
  const classes = sortedClasses(labels, name);
  const codeOf = new Map(classes.map((label, code) => [label, code]));
  const codes = new Int32Array(labels.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf.get(labels[row]!)!;
  return { classes, codes };
}

/** The distinct labels in the order that `encodeLabels` documents, with the same errors. */
export function sortedClasses(labels: Labels, name = 'y'): Label[] {
  const distinct = new Set<Label>();
  for (let row = 0; row < labels.length; row++) distinct.add(labels[row]!);
  const classes = [...distinct];
  for (const label of classes) checkLabel(label, classes[0]!, name);
  return classes.sort(compareLabels);
}

function checkLabel(label: Label, first: Label, name: string): void {
  if (label === null || label === undefined || Number.isNaN(label)) {
    throw new ValueError(`Input ${name} contains NaN`, 'remove the rows without a label first');
  }
  if (label === Number.POSITIVE_INFINITY || label === Number.NEGATIVE_INFINITY) {
    throw new ValueError(`Input ${name} contains infinity`, 'labels are finite numbers, booleans or strings');
  }
  if (typeof label !== typeof first) {
    throw new TypeMismatchError(
      `${name} mixes labels of type ${typeof first} and ${typeof label}: ${quote(first)}, ${quote(label)}`,
      'give all labels the same type, for example with String(label)',
    );
  }
}

function compareLabels(a: Label, b: Label): number {
  if (typeof a === 'string') return compareCodePoints(a, b as string);
  return Number(a) - Number(b);
}
