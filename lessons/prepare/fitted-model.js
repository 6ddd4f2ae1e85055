// The course's model with 60 trees, fitted, and its scores for the customers kept for testing.
const model = courseModel();
await model.fit(XTrain, yTrain);
const scores = (await model.predictProba(XTest)).map((row) => row[1]);
