import type { ColumnPlan } from './column-plan.ts';
import { ESTIMATORS } from './estimator-definitions.ts';
import { EXPERIMENT, paramsOf, type RunSpecification } from './run-specification.ts';

/** The same run as a cell would do it: paste it into a notebook cell, or into a file for `npm run lab`. */
export function codeOfRun(specification: RunSpecification, plan: ColumnPlan): string {
  const { asOf, features, testSize, splitSeed, estimator } = specification;
  const isNetwork = estimator.name === 'MLPClassifier';
  return `// Customers as of ${asOf}, their features by a point-in-time join, and who left within 90 days.
const entityDf = await data.entityDf({ asOf: ${literal(asOf)} });
const features = ${list(features)};
const job = await store.getHistoricalFeatures({ entityDf, features });
const X = job.drop(['user_id', 'event_timestamp']);
const labels = await data.labels({ asOf: ${literal(asOf)} });
const left = new Map(labels.toRows().map((row) => [row.user_id, Number(row.churn_label)]));
const y = job.column('user_id').map((userId) => left.get(userId) ?? 0);

const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, {
  testSize: ${testSize},
  randomState: ${splitSeed},
  stratify: y,
});

const categorical = ${list(plan.categorical)};
const numeric = ${list(plan.numeric)};
${pipelineCode(specification, plan)}
await pipeline.fit(XTrain, yTrain);

const predicted = await pipeline.predict(XTest);
const probability = (await pipeline.predictProba(XTest)).map((row) => row[1]);
const metrics = {
  auc: rocAucScore(yTest, probability),
  average_precision: averagePrecisionScore(yTest, probability),
  f1: f1Score(yTest, predicted),
  precision: precisionScore(yTest, predicted),
  recall: recallScore(yTest, predicted),
  accuracy: accuracyScore(yTest, predicted),
  log_loss: logLoss(yTest, probability),
  brier: brierScoreLoss(yTest, probability),
};

await mlflow.setExperiment(${literal(EXPERIMENT)});
await mlflow.withRun({ runName: ${literal(specification.runName)} }, async () => {
  await mlflow.logParams(${paramsCode(specification)});
  await mlflow.logMetrics(metrics);${isNetwork ? LOSS_PER_EPOCH : ''}
  await mlflow.logModel(pipeline, {
    artifactPath: 'model',
    signature: inferSignature(XTrain, predicted),
  });
});
console.log(metrics, pipeline.digest());
`;
}

const LOSS_PER_EPOCH = `
  for (const [epoch, loss] of pipeline.namedSteps.model.lossCurve.entries()) {
    await mlflow.logMetric('loss', loss, { step: epoch + 1 });
  }`;

function pipelineCode({ estimator, seed }: RunSpecification, plan: ColumnPlan): string {
  const { step, isScaled } = ESTIMATORS[estimator.name];
  const numbers = isScaled ? 'new StandardScaler()' : "'passthrough'";
  const fill = `
  ['fill', new ColumnTransformer([['numeric', new SimpleImputer({ strategy: 'median' }), numeric]], {
    remainder: 'passthrough',
    verboseFeatureNamesOut: false,
  })],`;
  return `const pipeline = new Pipeline([${plan.isImputed ? fill : ''}
  ['encode', new ColumnTransformer([
    ['categorical', new OneHotEncoder({ handleUnknown: 'ignore' }), categorical],
    ['numeric', ${numbers}, numeric],
  ])],
  [${literal(step)}, new ${estimator.name}(${object({ ...estimator.params, randomState: seed }, '  ')})],
]);`;
}

/** The params with the list of features by its name in the code. */
function paramsCode(specification: RunSpecification): string {
  const { nFeatures: _, features: __, ...rest } = paramsOf(specification);
  return object(rest, '  ').replace(
    /\n {2}}$/,
    "\n    nFeatures: features.length,\n    features: features.join(', '),\n  }",
  );
}

function object(members: Readonly<Record<string, unknown>>, indent: string): string {
  const lines = Object.entries(members).map(([name, value]) => `${indent}  ${name}: ${literal(value)},`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function list(texts: readonly string[]): string {
  if (texts.length === 0) return '[]';
  return `[\n${texts.map((text) => `  ${literal(text)},`).join('\n')}\n]`;
}

/** A value as the house writes it in source: texts in single quotes. */
function literal(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
