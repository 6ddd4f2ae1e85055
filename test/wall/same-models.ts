import { openHeadlessLab } from '../../src/headless/open-lab.ts';

/** Fits one model of each kind on the same rows; its value is their digests. danfojs comes first, as it brings tensors too. */
export const FIT_MODELS = `
  const rows = Array.from({ length: 400 }, (_, i) => ({ hours: (i * 37) % 101, plan: i % 3 === 0 ? 'basic' : 'family', tickets: (i * i) % 7 }));
  const y = rows.map(({ hours, tickets }, i) => Number(hours < 40 + (i % 11) || tickets > 5));
  const encode = () => new ColumnTransformer([['plan', new OneHotEncoder(), ['plan']], ['numbers', new StandardScaler(), ['hours', 'tickets']]]);
  const models = {
    forest: new RandomForestClassifier({ nEstimators: 40, randomState: 3 }),
    logistic: new LogisticRegression({ C: 0.5 }),
    network: new MLPClassifier({ hiddenLayerSizes: [6], maxIter: 12, randomState: 3 }),
  };
  const digests = {};
  for (const [name, model] of Object.entries(models)) {
    const pipeline = new Pipeline([['encode', encode()], [name, model]]);
    await pipeline.fit(rows, y);
    digests[name] = pipeline.digest();
  }`;

/** What the cells of the browsers must come to. */
export async function digestsInNode(): Promise<Readonly<Record<string, string>>> {
  const { api } = await openHeadlessLab();
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  const digests = new AsyncFunction(...Object.keys(api), `${FIT_MODELS}\nreturn digests;`);
  return digests(...Object.values(api)) as Promise<Readonly<Record<string, string>>>;
}

/** danfojs as a student uses it, and what a cell must print. */
export const USE_DANFOJS = `
  const left = new dfd.DataFrame({ user: ['a', 'b', 'c'], hours: [1, 2, 6], plan: ['x', 'y', 'x'] });
  const right = new dfd.DataFrame({ user: ['a', 'c'], fee: [10, 30] });
  left.head().print();
  console.log('mean ' + left['hours'].mean());
  console.log('groups ' + left.groupby(['plan']).col(['hours']).sum().values.join(' '));
  console.log('merged ' + dfd.merge({ left, right, on: ['user'], how: 'inner' }).values.join(' '));
  console.log('added ' + left.loc({ columns: ['hours'] }).add(1).values.join(' '));`;

export const DANFOJS_PRINTS = [
  '│ hours',
  'mean 3',
  'groups x,7 y,2',
  'merged a,1,x,10 c,6,x,30',
  'added 2 3 7',
];
