import { quote, ValueError } from '../../errors.ts';
import type { Label } from '../estimator.ts';
import type { ClassWeight, ClassWeightTable } from './forest-params.ts';

/**
 * One weight per class for the whole forest, or null for none. 'balanced' is n / (K · rows of the class) over all
 * rows; a table gives its own weights and leaves classes it does not name at 1. Throws `ValueError` where a
 * weight is negative or not finite, or where a table names unknown classes while leaving known ones out.
 */
export function classWeights(
  spec: ClassWeight | null,
  { classes, codes }: { readonly classes: readonly Label[]; readonly codes: Int32Array },
): Float64Array | null {
  if (spec === null) return null;
  if (typeof spec !== 'string') return weightsFromTable(spec, classes);
  const counts = new Float64Array(classes.length);
  for (const code of codes) counts[code]!++;
  return balancedWeights(counts);
}

/**
 * n / (K · c_k) with c_k the rows, or draws, of class k, n their sum and K the number of classes that occur. A
 * class that does not occur weighs 0.
 */
export function balancedWeights(counts: Float64Array): Float64Array {
  let n = 0;
  let nPresent = 0;
  for (const count of counts) {
    n += count;
    if (count > 0) nPresent++;
  }
  return counts.map((count) => (count === 0 ? 0 : n / (nPresent * count)));
}

function weightsFromTable(table: ClassWeightTable, classes: readonly Label[]): Float64Array {
  if (typeof table !== 'object' || Array.isArray(table)) {
    throw new ValueError(
      `invalid value for classWeight: ${quote(table)}`,
      "classWeight must be 'balanced' or a weight per class, as { label: weight } or a Map",
    );
  }
  const weights = table instanceof Map ? table : new Map(Object.entries(table));
  const keyOf = (label: Label) => (table instanceof Map ? label : String(label));
  const missing = classes.filter((label) => !weights.has(keyOf(label)));
  if (missing.length > 0 && classes.length - missing.length !== weights.size) {
    throw new ValueError(
      `the classes ${missing.map(quote).join(', ')} are not in classWeight`,
      `classWeight names ${[...weights.keys()].map(quote).join(', ')}; use the labels of y`,
    );
  }
  return Float64Array.from(classes, (label) => checkWeight(label, weights.get(keyOf(label)) ?? 1));
}

function checkWeight(label: Label, weight: unknown): number {
  if (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0) {
    throw new ValueError(
      `invalid weight for class ${quote(label)}: ${quote(weight)}`,
      'a class weight is a finite number from 0 on',
    );
  }
  return weight;
}
