import * as v from 'valibot';
import type { EstimatorArtifact } from '../../core/training/estimator.ts';
import type { GrownTrees } from '../../core/training/forest/grown-trees.ts';
import { recordOf } from '../checking/record-of.ts';

const name = v.string();
const names = v.nullable(v.array(name));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const label = v.union([v.number(), v.boolean(), v.string()]);
const classes = v.pipe(v.array(label), v.minLength(1));
const params = recordOf(v.unknown());
const doubles = v.instance(Float64Array);
const floats = v.instance(Float32Array);
const ints = v.instance(Int32Array);
const seen = v.strictObject({ names: v.array(name), named: v.boolean() });
const head = <K extends string>(kind: K) => ({ kind: v.literal(kind), version: v.literal(1), params });

const trees = v.pipe(
  v.strictObject({
    nClasses: size,
    starts: ints,
    feature: ints,
    threshold: doubles,
    childrenLeft: ints,
    childrenRight: ints,
    impurity: doubles,
    nNodeSamples: ints,
    weightedNNodeSamples: doubles,
    value: doubles,
  }),
  v.check((grown) => areTreesSound(grown), 'trees that end'),
);

const forest = v.pipe(
  v.strictObject({
    ...head('RandomForestClassifier'),
    nFeatures: size,
    featureNames: names,
    classes,
    trees,
  }),
  v.check(
    (model) =>
      model.trees.nClasses === model.classes.length &&
      model.trees.feature.every((feature) => feature < model.nFeatures) &&
      namesFit(model.featureNames, model.nFeatures),
    'trees that fit the features and classes',
  ),
);

const logistic = v.pipe(
  v.strictObject({
    ...head('LogisticRegression'),
    featureNames: names,
    classes,
    coef: v.strictObject({ data: doubles, nRows: size, nCols: size }),
    intercept: doubles,
    nIter: count,
    converged: v.boolean(),
  }),
  v.check(
    ({ coef, intercept, featureNames, classes: { length } }) =>
      coef.data.length === coef.nRows * coef.nCols &&
      intercept.length === coef.nRows &&
      coef.nRows === (length === 2 ? 1 : length) &&
      namesFit(featureNames, coef.nCols),
    'weights that fit the features and classes',
  ),
);

const dummy = v.pipe(
  v.strictObject({ ...head('DummyClassifier'), classes, classPrior: doubles }),
  v.check((model) => model.classPrior.length === model.classes.length, 'one share per class'),
);

const layer = v.pipe(
  v.strictObject({ nIn: size, nOut: size, weights: floats, biases: floats }),
  v.check(({ nIn, nOut, weights, biases }) => weights.length === nIn * nOut && biases.length === nOut),
);
const network = v.pipe(
  v.strictObject({
    ...head('MLPClassifier'),
    featureNames: names,
    classes,
    layers: v.pipe(v.array(layer), v.minLength(1)),
    lossCurve: v.array(v.number()),
    validationScores: v.nullable(v.array(v.number())),
  }),
  v.check(
    ({ layers, classes: { length }, featureNames }) =>
      layers.every(({ nIn }, i) => i === 0 || nIn === layers[i - 1]!.nOut) &&
      layers.at(-1)!.nOut === (length === 2 ? 1 : length) &&
      namesFit(featureNames, layers[0]!.nIn),
    'layers that fit together',
  ),
);

const category = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const encoder = v.pipe(
  v.strictObject({
    ...head('OneHotEncoder'),
    seen,
    columns: v.array(
      v.pipe(
        v.strictObject({
          values: v.array(category),
          texts: v.array(name),
          dropped: v.pipe(v.number(), v.integer(), v.minValue(-1)),
        }),
        v.check(({ values, texts, dropped }) => values.length === texts.length && dropped < values.length),
      ),
    ),
  }),
  v.check((step) => step.columns.length === step.seen.names.length, 'categories for every column'),
);

const scaler = v.pipe(
  v.strictObject({
    ...head('StandardScaler'),
    seen,
    nSamplesSeen: doubles,
    mean: doubles,
    variance: doubles,
    scale: doubles,
  }),
  v.check(
    (step) =>
      [step.nSamplesSeen, step.mean, step.variance, step.scale].every(
        ({ length }) => length === step.seen.names.length,
      ),
    'statistics for every column',
  ),
);

const imputer = v.pipe(
  v.strictObject({
    ...head('SimpleImputer'),
    seen,
    statistics: v.array(v.nullable(v.union([v.number(), v.string(), v.boolean()]))),
    withMissing: v.array(count),
  }),
  v.check(
    (step) =>
      step.statistics.length === step.seen.names.length &&
      step.withMissing.every((position) => position < step.seen.names.length),
    'statistics for every column',
  ),
);

const columnTransformer = v.pipe(
  v.strictObject({
    ...head('ColumnTransformer'),
    seen,
    verboseFeatureNamesOut: v.boolean(),
    parts: v.pipe(
      v.array(
        v.strictObject({
          name,
          step: v.union([v.literal('passthrough'), v.literal('drop'), v.lazy(() => transformer)]),
          positions: v.array(count),
        }),
      ),
      v.minLength(1),
    ),
  }),
  v.check(
    (step) =>
      step.parts.every((part) => part.positions.every((position) => position < step.seen.names.length)),
    'columns that were seen',
  ),
);

const pipeline = v.strictObject({
  ...head('Pipeline'),
  steps: v.pipe(
    v.array(
      v.strictObject({
        name,
        step: v.union([v.literal('passthrough'), v.lazy(() => transformer), v.lazy(() => classifier)]),
      }),
    ),
    v.minLength(1),
  ),
});

const transformer: v.GenericSchema = v.lazy((given) => {
  switch (kindOf(given)) {
    case 'OneHotEncoder':
      return encoder;
    case 'StandardScaler':
      return scaler;
    case 'SimpleImputer':
      return imputer;
    case 'ColumnTransformer':
      return columnTransformer;
    case 'Pipeline':
      return pipeline;
    default:
      return v.never();
  }
});

const classifier: v.GenericSchema = v.lazy((given) => {
  switch (kindOf(given)) {
    case 'RandomForestClassifier':
      return forest;
    case 'LogisticRegression':
      return logistic;
    case 'DummyClassifier':
      return dummy;
    case 'MLPClassifier':
      return network;
    case 'Pipeline':
      return pipeline;
    default:
      return v.never();
  }
});

/**
 * Whether a value is a fitted classifier that predicts without going wrong: every array as long as the others say,
 * every position within what it points into, every walk down a tree finite.
 */
export function isSoundArtifact(value: unknown): value is EstimatorArtifact {
  return v.is(classifier, value);
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

function namesFit(featureNames: readonly string[] | null, nFeatures: number): boolean {
  return featureNames === null || featureNames.length === nFeatures;
}

/** Nodes are numbered in pre-order, so a child comes after its parent: no walk goes in a circle. */
function areTreesSound(grown: GrownTrees): boolean {
  const { starts, feature, childrenLeft, childrenRight, nClasses } = grown;
  const nNodes = feature.length;
  const perNode = [
    grown.threshold,
    childrenLeft,
    childrenRight,
    grown.impurity,
    grown.nNodeSamples,
    grown.weightedNNodeSamples,
  ];
  if (perNode.some(({ length }) => length !== nNodes) || grown.value.length !== nNodes * nClasses)
    return false;
  if (starts.length < 2 || starts[0] !== 0 || starts.at(-1) !== nNodes) return false;
  for (let tree = 0; tree + 1 < starts.length; tree++) {
    const [from, to] = [starts[tree]!, starts[tree + 1]!];
    if (to <= from) return false;
    for (let node = from; node < to; node++) {
      const id = node - from;
      const isInside = (child: number) => child > id && child < to - from;
      const isLeaf = feature[node] === -2;
      if (isLeaf ? childrenLeft[node] !== -1 || childrenRight[node] !== -1 : feature[node]! < 0) return false;
      if (!isLeaf && !(isInside(childrenLeft[node]!) && isInside(childrenRight[node]!))) return false;
    }
  }
  return true;
}
