import { quote, suggest, TypeMismatchError, ValueError } from '../../errors.ts';
import { isNumber } from '../check-params.ts';
import { type CountOrFraction, readSize } from '../count-or-fraction.ts';
import type { Label } from '../estimator.ts';
import { FOREST_ARITHMETICS, type ForestArithmetic } from './forest-arithmetic.ts';
import { FOREST_SEMANTICS, type ForestSemantics } from './forest-semantics.ts';

/** A weight per class: by label, or as a plain object keyed by the label's text. */
export type ClassWeightTable = ReadonlyMap<Label, number> | Readonly<Record<string, number>>;

export type ClassWeight = 'balanced' | 'balanced_subsample' | ClassWeightTable;

/**
 * The parameters of a random forest by scikit-learn's names and meanings, all of them set. Bare numbers that
 * may be a count or a fraction are read as `CountOrFraction` says.
 */
export interface RandomForestParams {
  readonly nEstimators: number;
  readonly criterion: 'gini';
  /** null grows until the leaves are pure or too small. */
  readonly maxDepth: number | null;
  readonly minSamplesSplit: CountOrFraction;
  readonly minSamplesLeaf: CountOrFraction;
  /** How many columns a split looks at; null is all of them. */
  readonly maxFeatures: 'sqrt' | 'log2' | CountOrFraction | null;
  readonly minImpurityDecrease: number;
  readonly bootstrap: boolean;
  readonly classWeight: ClassWeight | null;
  readonly randomState: number;
  /** How many workers the caller would like; the trees are the same for any number. null leaves the choice. */
  readonly nJobs: number | null;
  readonly semantics: ForestSemantics;
  readonly arithmetic: ForestArithmetic;
}

/** `given` over scikit-learn's defaults, checked one by one; a `ValueError` names the parameter, a `TypeError` one that there is not. */
export function completeParams(given: Partial<RandomForestParams>): RandomForestParams {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(DEFAULTS, name) && name !== 'randomState') {
      throw new TypeMismatchError(
        `unknown parameter ${quote(name)} of RandomForestClassifier`,
        suggest(name, NAMES),
      );
    }
  }
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  const params = { ...DEFAULTS, ...Object.fromEntries(set) } as RandomForestParams;
  checkWhole('nEstimators', params.nEstimators, 1);
  checkWhole('randomState', params.randomState, 0, 2 ** 32 - 1);
  if (params.maxDepth !== null) checkWhole('maxDepth', params.maxDepth, 1);
  if (params.nJobs !== null && params.nJobs !== -1) checkWhole('nJobs', params.nJobs, 1);
  checkOneOf('criterion', params.criterion, ['gini']);
  checkOneOf('semantics', params.semantics, FOREST_SEMANTICS);
  checkOneOf('arithmetic', params.arithmetic, FOREST_ARITHMETICS);
  checkSize('minSamplesSplit', params.minSamplesSplit, { minCount: 2, fractionBelow: 1 + EPSILON });
  checkSize('minSamplesLeaf', params.minSamplesLeaf, { minCount: 1, fractionBelow: 1 });
  checkMaxFeatures(params.maxFeatures);
  if (!isNumber(params.minImpurityDecrease) || params.minImpurityDecrease < 0) {
    throw invalid('minImpurityDecrease', params.minImpurityDecrease, 'a number from 0 on');
  }
  if (typeof params.bootstrap !== 'boolean') throw invalid('bootstrap', params.bootstrap, 'true or false');
  if (typeof params.classWeight === 'string') {
    checkOneOf('classWeight', params.classWeight, ['balanced', 'balanced_subsample']);
  }
  return params;
}

const EPSILON = Number.EPSILON;

const DEFAULTS: Omit<RandomForestParams, 'randomState'> = {
  nEstimators: 100,
  criterion: 'gini',
  maxDepth: null,
  minSamplesSplit: 2,
  minSamplesLeaf: 1,
  maxFeatures: 'sqrt',
  minImpurityDecrease: 0,
  bootstrap: true,
  classWeight: null,
  nJobs: null,
  semantics: 'classic',
  arithmetic: 'separate',
};

const NAMES = [...Object.keys(DEFAULTS), 'randomState'];

function checkWhole(name: string, value: unknown, min: number, max = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
    const upTo = max === Number.MAX_SAFE_INTEGER ? 'on' : `to ${max}`;
    throw invalid(name, value, `a whole number from ${min} ${upTo}`);
  }
}

function checkOneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) throw invalid(name, value, allowed.map(quote).join(' or '));
}

function checkMaxFeatures(value: RandomForestParams['maxFeatures']): void {
  if (value === null || value === 'sqrt' || value === 'log2') return;
  checkSize('maxFeatures', value, { minCount: 1, fractionBelow: 1 + EPSILON });
}

function checkSize(
  name: string,
  value: CountOrFraction,
  { minCount, fractionBelow }: { minCount: number; fractionBelow: number },
): void {
  const size = readSize(name, value);
  const ok = size.unit === 'count' ? size.number >= minCount : size.number > 0 && size.number < fractionBelow;
  if (!ok) throw invalid(name, value, `a count from ${minCount} on or a fraction of the whole`);
}

function invalid(name: string, value: unknown, expected: string): ValueError {
  return new ValueError(`invalid value for ${name}: ${quote(value)}`, `${name} must be ${expected}`);
}
