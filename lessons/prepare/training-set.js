// The training set of January: features as of 31 January 2024, and who left within the 90 days after.
const entityDf = await data.entityDf({ asOf: '2024-01-31' });
const training = await store.getHistoricalFeatures({ entityDf, features });
const X = training.drop(['user_id', 'event_timestamp']);
const y = (await data.labels({ asOf: '2024-01-31' })).column('churn_label').map(Number);
const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, { testSize: 0.25, randomState: 42, stratify: y });
