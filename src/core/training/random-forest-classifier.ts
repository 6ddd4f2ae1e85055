import { digestOfValue } from '../digest.ts';
import type { Features, Matrix } from '../numeric/matrix.ts';
import type { TaskOptions } from '../task.ts';
import { checkX, checkXy } from './check-inputs.ts';
import type { Classifier, EstimatorArtifact, Label, Labels, Predictions } from './estimator.ts';
import { createGrowTask } from './forest/create-grow-task.ts';
import { forestImportances } from './forest/feature-importances.ts';
import { type ForestExecutor, inThreadExecutor } from './forest/forest-executor.ts';
import { completeParams, type RandomForestParams } from './forest/forest-params.ts';
import { countTrees, type GrownTrees, type TreeView, viewTree } from './forest/grown-trees.ts';
import { predictForestProba } from './forest/predict-proba.ts';
import { toFloat32 } from './forest/ranked-columns.ts';
import { NotFittedError } from './not-fitted-error.ts';

/** A fitted forest as a plain value. `nJobs` is left out: it says how the forest was grown, not what it is. */
export interface RandomForestArtifact extends EstimatorArtifact {
  readonly kind: 'RandomForestClassifier';
  readonly version: 1;
  readonly params: Readonly<Record<string, unknown>> & Omit<RandomForestParams, 'nJobs'>;
  readonly nFeatures: number;
  /** Null for a forest that was fitted on a matrix. Not digested: names change no prediction. */
  readonly featureNames: readonly string[] | null;
  readonly classes: readonly Label[];
  readonly trees: GrownTrees;
}

/** The parameters a caller may leave out, and the seed that core cannot make up. */
export type RandomForestOptions = Partial<RandomForestParams> & Pick<RandomForestParams, 'randomState'>;

/**
 * scikit-learn's random forest, tree for tree: for the same rows and parameters every split, probability and
 * importance has the same bits as scikit-learn 1.3 to 1.8 on x86-64 with n_jobs=1 (or 1.9, by `semantics`; or on ARM,
 * by `arithmetic`). Gini, dense input, no missing values. Growing costs about trees × √columns × rows × log² rows.
 */
export class RandomForestClassifier implements Classifier {
  readonly params: Readonly<Record<string, unknown>> & RandomForestParams;
  private readonly executor: ForestExecutor;
  private fitted: Pick<RandomForestArtifact, 'nFeatures' | 'featureNames' | 'classes' | 'trees'> | null =
    null;
  private importances: Float64Array | null = null;

  constructor(params: RandomForestOptions, { executor }: { readonly executor?: ForestExecutor } = {}) {
    this.params = { ...completeParams(params) };
    this.executor = executor ?? inThreadExecutor;
  }

  get classes(): readonly Label[] {
    return this.requireFitted().classes;
  }

  /** Share of each column in the decrease of impurity; adds up to 1. */
  get featureImportances(): Float64Array {
    const { trees, nFeatures } = this.requireFitted();
    this.importances ??= forestImportances(trees, nFeatures, this.params.arithmetic);
    return this.importances;
  }

  /** The trees in order, as views without copying. */
  get estimators(): TreeView[] {
    const { trees } = this.requireFitted();
    return Array.from({ length: countTrees(trees) }, (_, tree) => viewTree(trees, tree));
  }

  /** Grows the forest. Progress counts trees. Throws `ValueError` for input no forest can learn from. */
  async fit(features: Features, labels: Labels, { onProgress, signal }: TaskOptions = {}): Promise<this> {
    this.fitted = null;
    const { matrix, featureNames, ...encoded } = checkXy(features, labels);
    const task = createGrowTask(this.params, matrix, encoded);
    const total = task.seeds.length;
    const trees = await this.executor.grow(task, {
      nJobs: this.params.nJobs,
      signal,
      onTree: (done) => onProgress?.({ done, total, unit: 'trees', label: 'random forest' }),
    });
    this.fitted = { nFeatures: matrix.nCols, featureNames, classes: encoded.classes, trees };
    this.importances = null;
    return this;
  }

  /** Per row the class of the highest mean probability; the first of them where several tie. */
  async predict(features: Features): Promise<Label[]> {
    return mostProbable(await this.predictProba(features), this.classes);
  }

  async predictProba(features: Features): Promise<Matrix> {
    const { trees, ...expected } = this.requireFitted();
    const matrix = checkX(features, expected);
    const { nRows } = matrix;
    const data = await predictForestProba(trees, { data: toFloat32(matrix), nRows });
    return { data, nRows, nCols: trees.nClasses };
  }

  async predictBoth(features: Features): Promise<Predictions> {
    const probabilities = await this.predictProba(features);
    return { labels: mostProbable(probabilities, this.classes), probabilities };
  }

  toArtifact(): RandomForestArtifact {
    const { nJobs: _, ...params } = this.params;
    return { kind: 'RandomForestClassifier', version: 1, params, ...this.requireFitted() };
  }

  digest(): string {
    const { featureNames: _, ...model } = this.toArtifact();
    return digestOfValue(model);
  }

  /** The fitted forest that `toArtifact` described. */
  static fromArtifact(
    artifact: RandomForestArtifact,
    options: { readonly executor?: ForestExecutor } = {},
  ): RandomForestClassifier {
    const { params, nFeatures, featureNames, classes, trees } = artifact;
    const forest = new RandomForestClassifier(params, options);
    forest.fitted = { nFeatures, featureNames, classes, trees };
    return forest;
  }

  private requireFitted(): NonNullable<typeof this.fitted> {
    if (this.fitted === null) throw new NotFittedError('RandomForestClassifier');
    return this.fitted;
  }
}

function mostProbable({ data, nRows, nCols }: Matrix, classes: readonly Label[]): Label[] {
  return Array.from({ length: nRows }, (_, row) => {
    let best = 0;
    for (let c = 1; c < nCols; c++) if (data[row * nCols + c]! > data[row * nCols + best]!) best = c;
    return classes[best]!;
  });
}
