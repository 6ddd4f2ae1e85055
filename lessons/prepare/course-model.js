// The course's model: one-hot for three columns, the others as they are, then a random forest.
// 60 trees give the picture in a fraction of a second; the course grows 300. SEED is 42, unless a link says otherwise.
const categorical = ['net_service', 'plan_stream_tv', 'plan_stream_movies'];
const numeric = features
  .map((feature) => feature.split(':')[1])
  .filter((name) => !categorical.includes(name));
const courseModel = ({ nEstimators = 60, randomState = SEED } = {}) =>
  new Pipeline([
    [
      'encode',
      new ColumnTransformer([
        ['categorical', new OneHotEncoder({ handleUnknown: 'ignore' }), categorical],
        ['numeric', 'passthrough', numeric],
      ]),
    ],
    ['forest', new RandomForestClassifier({ nEstimators, classWeight: 'balanced', randomState })],
  ]);
