// The training set of AS_OF, 31 January 2024: features as of that day, and who left within the 90 days after.
const entityDf = await data.entityDf({ asOf: AS_OF });
const training = await store.getHistoricalFeatures({ entityDf, features });
const X = training.drop(['user_id', 'event_timestamp']);
const y = (await data.labels({ asOf: AS_OF })).column('churn_label').map(Number);
const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, {
  testSize: 0.25,
  randomState: SEED,
  stratify: y,
});
