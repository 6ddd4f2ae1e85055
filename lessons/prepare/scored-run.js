// The fitted model as a run, with the scores of the test rows that the run's pictures are drawn from.
await mlflow.setExperiment('evaluation');
await mlflow.withRun({ runName: 'forest-60' }, async () => {
  await mlflow.logMetric('auc', rocAucScore(yTest, scores));
  await mlflow.logDict({ labels: yTest, scores }, 'evaluation/test_scores.json');
});
