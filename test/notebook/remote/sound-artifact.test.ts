import { describe, expect, it } from 'vitest';
import type { LabClassifier } from '../../../src/notebook/lab-api/lab-classifier.ts';
import { isSoundArtifact } from '../../../src/notebook/remote/sound-artifact.ts';
import { openLab, type TestLab } from '../lab-api/lab.ts';

const ROWS = Array.from({ length: 60 }, (_, i) => ({
  hours: i % 5 === 0 ? null : i,
  plan: ['basic', 'family', null][i % 3] as string | null,
  isPaperless: i % 4 === 0,
  fee: i / 7,
}));
const TWO = ROWS.map((_, i) => i % 2);
const THREE = ROWS.map((_, i) => ['a', 'b', 'c'][i % 3]!);
const NUMBERS = ROWS.map(({ fee }, i) => [fee, i % 9]);

const CLASSIFIERS: readonly [string, (lab: TestLab) => LabClassifier][] = [
  ['a forest', (lab) => new lab.RandomForestClassifier({ nEstimators: 5, randomState: 1 })],
  [
    'a forest with weights',
    (lab) => new lab.RandomForestClassifier({ nEstimators: 3, classWeight: 'balanced' }),
  ],
  ['a logistic regression', (lab) => new lab.LogisticRegression()],
  ['a logistic regression without intercept', (lab) => new lab.LogisticRegression({ fitIntercept: false })],
  ['a network', (lab) => new lab.MLPClassifier({ hiddenLayerSizes: [3, 2], maxIter: 2, randomState: 1 })],
  [
    'a network that stops early',
    (lab) => new lab.MLPClassifier({ hiddenLayerSizes: [3], maxIter: 3, earlyStopping: true }),
  ],
  ['a baseline', (lab) => new lab.DummyClassifier({ strategy: 'stratified', randomState: 1 })],
];

describe('a fitted model of the lab may cross the channel', () => {
  it.each(CLASSIFIERS)('%s', async (_, create) => {
    const lab = await openLab();
    for (const y of [TWO, THREE, TWO.map(Boolean)]) {
      const model = await create(lab).fit(NUMBERS, y);
      expect(isSoundArtifact(structuredClone(model.toArtifact()))).toBe(true);
    }
  });

  it.each([
    ['mean', {}],
    ['most_frequent', { addIndicator: true }],
    ['constant', { fillValue: 0 }],
  ] as const)('a pipeline that imputes by %s', async (strategy, options) => {
    const lab = await openLab();
    const encode = new lab.ColumnTransformer(
      [
        ['numbers', new lab.SimpleImputer({ strategy, ...options }), ['hours', 'fee']],
        ['scaled', new lab.StandardScaler({ withMean: false }), ['fee']],
        ['plan', new lab.OneHotEncoder({ handleUnknown: 'ignore' }), ['plan']],
        ['dropped', 'drop', ['isPaperless']],
      ],
      { remainder: 'passthrough' },
    );
    const pipeline = new lab.Pipeline([
      ['encode', encode],
      ['nothing', 'passthrough'],
      ['model', new lab.LogisticRegression()],
    ]);
    await pipeline.fit(ROWS, TWO);
    expect(isSoundArtifact(structuredClone(pipeline.toArtifact()))).toBe(true);
  });
});

it('what is no fitted classifier may not', async () => {
  const lab = await openLab();
  const encoder = new lab.OneHotEncoder();
  await encoder.fit(ROWS.map(({ isPaperless }) => ({ isPaperless })));
  for (const value of [null, 5, {}, [], { kind: 'Pipeline' }, { kind: 'OneHotEncoder' }]) {
    expect(isSoundArtifact(value)).toBe(false);
  }
});
