import type { Matrix } from '../../../../src/core/numeric/matrix.ts';
import type { ClassWeight } from '../../../../src/core/training/forest/forest-params.ts';
import type { RandomForestOptions } from '../../../../src/core/training/random-forest-classifier.ts';
import { readVectors } from '../sklearn-vectors.ts';

/** One forest that real scikit-learn grew. */
export interface ForestCase {
  readonly dataset: string;
  readonly params: {
    readonly n_estimators: number;
    readonly max_features: 'sqrt' | 'log2' | number | null;
    readonly random_state: number;
    readonly class_weight?: 'balanced' | 'balanced_subsample' | readonly number[] | null;
    readonly max_depth?: number;
    readonly min_samples_leaf?: number;
    readonly min_samples_split?: number;
    readonly min_impurity_decrease?: number;
    readonly bootstrap?: boolean;
  };
  readonly trees: readonly {
    readonly seed: number;
    readonly feature: number[];
    readonly threshold: number[];
    readonly left: number[];
    readonly right: number[];
    readonly n: number[];
    readonly w: number[];
    readonly impurity: number[];
    readonly value: number[][];
  }[];
  readonly X_test: number[][];
  readonly predict_proba: number[][];
  readonly predict: number[];
  readonly feature_importances: number[];
  readonly case_index_in_121_file?: number;
}

interface ForestFile {
  readonly datasets: Readonly<Record<string, { readonly X: number[][]; readonly y: number[] }>>;
  readonly cases: readonly ForestCase[];
}

/** The recorded forests of one file, and the data sets, which only one of the files holds. */
export function readForests(name: string): ForestFile {
  const { datasets } = readVectors<ForestFile>('forests_sklearn121_x86.json');
  return { datasets, cases: readVectors<ForestFile>(name).cases };
}

/** scikit-learn's parameters by our names. */
export function optionsOf({ params }: ForestCase): RandomForestOptions {
  return {
    nEstimators: params.n_estimators,
    maxFeatures: params.max_features,
    randomState: params.random_state,
    classWeight: classWeightOf(params.class_weight ?? null),
    maxDepth: params.max_depth ?? null,
    minSamplesLeaf: params.min_samples_leaf ?? 1,
    minSamplesSplit: params.min_samples_split ?? 2,
    minImpurityDecrease: params.min_impurity_decrease ?? 0,
    bootstrap: params.bootstrap ?? true,
  };
}

/** Rows as a matrix. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { data: Float64Array.from(rows.flat()), nRows: rows.length, nCols: rows[0]?.length ?? 0 };
}

function classWeightOf(value: NonNullable<ForestCase['params']['class_weight']> | null): ClassWeight | null {
  if (value === null || typeof value === 'string') return value;
  return new Map((value as readonly number[]).map((weight, label) => [label, weight]));
}
