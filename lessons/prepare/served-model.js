// The model as version 1 of 'streamflow_churn', in Production; January's features online; the API started.
await mlflow.setExperiment('streamflow');
await mlflow.withRun({ runName: 'forest' }, async () => {
  await mlflow.logParams({ nEstimators: 60, randomState: SEED, asOf: AS_OF });
  await mlflow.logMetric('auc', rocAucScore(yTest, scores));
  await mlflow.logModel(model, {
    artifactPath: 'model',
    registeredModelName: 'streamflow_churn',
    signature: inferSignature(XTrain, yTrain),
  });
});
const client = new MlflowClient();
await client.transitionModelVersionStage({
  name: 'streamflow_churn',
  version: 1,
  stage: 'Production',
  archiveExistingVersions: true,
  reason: 'the first model',
});
await store.materialize('2023-12-31T00:00:00Z', '2024-01-31T00:00:00Z');
await api.start({ modelUri: 'models:/streamflow_churn/Production', features });
