import type { LabApi } from '../../notebook/lab-api/lab-api.ts';
import { CATEGORICAL, NUMERIC } from './course-features.ts';
import { type CourseState, required } from './course-state.ts';
import { count, score } from './format.ts';
import type { Figure, Fraction, RouteStep } from './route-step.ts';

/** Training with the course's settings, its evaluation, and two other models for comparison. */
export const trainingSteps: readonly RouteStep<CourseState>[] = [
  {
    id: 'forest',
    title: 'Train 300 trees',
    async run(state, onFraction) {
      const { lab } = state;
      const { XTrain, yTrain } = required(state, 'split');
      const forest = new lab.RandomForestClassifier({
        nEstimators: 300,
        classWeight: 'balanced',
        maxFeatures: 'sqrt',
        randomState: 42,
      });
      state.forest = new lab.Pipeline([
        ['encode', encoder(lab, 'passthrough')],
        ['forest', forest],
      ]);
      await state.forest.fit(XTrain, yTrain, { onProgress: fractionOf(onFraction) });
      const nNodes = forest.estimators.reduce((sum, { feature }) => sum + feature.length, 0);
      return [
        { name: 'trees', value: count(forest.estimators.length) },
        { name: 'nodes', value: count(nNodes) },
        { name: 'model digest', value: state.forest.digest().slice(0, 12) },
      ];
    },
  },
  {
    id: 'evaluate',
    title: 'Evaluate on the test rows',
    async run(state) {
      const { lab } = state;
      const { XTest, yTest } = required(state, 'split');
      const forest = required(state, 'forest');
      const predicted = await forest.predict(XTest);
      const probability = (await forest.predictProba(XTest)).map((row) => row[1]!);
      const auc = lab.rocAucScore(yTest, probability);
      const f1 = lab.f1Score(yTest, predicted);
      const accuracy = lab.accuracyScore(yTest, predicted);
      state.metrics = { auc, f1, accuracy };
      const interval = lab.bootstrapInterval(lab.rocAucScore as never, yTest, probability, {
        nResamples: 200,
        randomState: 42,
      });
      return [
        { name: 'ROC AUC', value: score(auc) },
        { name: 'its 95 % interval', value: `${score(interval.low)} to ${score(interval.high)}` },
        { name: 'F1', value: score(f1) },
        { name: 'accuracy', value: score(accuracy) },
      ];
    },
  },
  {
    id: 'logistic',
    title: 'Compare with a logistic regression',
    async run(state) {
      const { lab } = state;
      return compare(state, new lab.LogisticRegression({ maxIter: 200, randomState: 42 }), () => undefined);
    },
  },
  {
    id: 'network',
    title: 'Compare with a small network on tfjs',
    async run(state, onFraction) {
      const { lab } = state;
      const network = new lab.MLPClassifier({ hiddenLayerSizes: [16], maxIter: 20, randomState: 42 });
      const figures = await compare(state, network, onFraction);
      return [{ name: 'epochs', value: count(network.nIter) }, ...figures];
    },
  },
];

function encoder(lab: LabApi, numeric: 'passthrough' | InstanceType<LabApi['StandardScaler']>) {
  return new lab.ColumnTransformer([
    ['categorical', new lab.OneHotEncoder({ handleUnknown: 'ignore' }), [...CATEGORICAL]],
    ['numeric', numeric, [...NUMERIC]],
  ]);
}

async function compare(
  state: CourseState,
  model: InstanceType<LabApi['LogisticRegression'] | LabApi['MLPClassifier']>,
  onFraction: (fraction: Fraction) => void,
): Promise<Figure[]> {
  const { lab } = state;
  const { XTrain, XTest, yTrain, yTest } = required(state, 'split');
  const pipeline = new lab.Pipeline([
    ['encode', encoder(lab, new lab.StandardScaler())],
    ['model', model],
  ]);
  await pipeline.fit(XTrain, yTrain, { onProgress: fractionOf(onFraction) });
  const probability = (await pipeline.predictProba(XTest)).map((row) => row[1]!);
  return [
    { name: 'ROC AUC', value: score(lab.rocAucScore(yTest, probability)) },
    { name: 'model digest', value: pipeline.digest().slice(0, 12) },
  ];
}

function fractionOf(onFraction: (fraction: Fraction) => void) {
  return ({ done, total }: { readonly done: number; readonly total: number | null }) =>
    onFraction(total === null ? null : done / total);
}
