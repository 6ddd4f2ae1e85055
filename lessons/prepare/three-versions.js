// Three versions of the registered model 'churn', each from a run of its own. Small forests: a registry asks for no more.
const client = new MlflowClient();
await mlflow.setExperiment('churn');
for (const nEstimators of [8, 16, 12]) {
  await mlflow.withRun({ runName: `forest-${nEstimators}` }, async () => {
    const candidate = courseModel({ nEstimators });
    await candidate.fit(XTrain, yTrain);
    const probabilities = await candidate.predictProba(XTest);
    await mlflow.logParams({ nEstimators, randomState: SEED });
    await mlflow.logMetric(
      'auc',
      rocAucScore(
        yTest,
        probabilities.map((row) => row[1]),
      ),
    );
    await mlflow.logModel(candidate, {
      artifactPath: 'model',
      registeredModelName: 'churn',
      signature: inferSignature(XTrain, yTrain),
    });
  });
}
