import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { CancelledError, ValueError } from '../../../src/core/errors.ts';
import type { Label } from '../../../src/core/training/estimator.ts';
import { NotFittedError } from '../../../src/core/training/not-fitted-error.ts';
import {
  RandomForestClassifier,
  type RandomForestOptions,
} from '../../../src/core/training/random-forest-classifier.ts';
import { type ForestCase, matrixOf, optionsOf, readForests } from './forest/forest-vectors.ts';
import { vectorsPresent } from './sklearn-vectors.ts';

const X = matrixOf([[0], [1], [2], [3], [4], [5]]);
const y = ['stay', 'stay', 'stay', 'leave', 'leave', 'leave'];

describe('RandomForestClassifier', () => {
  it('tells values within 1e-7 apart only in the 1.7 semantics', async () => {
    const close = { data: Float32Array.of(0.9, 0.90000004), nRows: 2, nCols: 1 };
    const sizes = await Promise.all(
      (['classic', '1.7', '1.9'] as const).map(async (semantics) => {
        const options = { randomState: 0, nEstimators: 1, bootstrap: false, semantics };
        const forest = await new RandomForestClassifier(options).fit(close, [0, 1]);
        return forest.estimators[0]!.feature.length;
      }),
    );
    expect(sizes).toEqual([1, 3, 1]);
  });

  it('learns a threshold and names its classes in sorted order', async () => {
    const forest = await new RandomForestClassifier({ randomState: 1, nEstimators: 20 }).fit(X, y);
    expect(forest.classes).toEqual(['leave', 'stay']);
    expect(await forest.predict(matrixOf([[-1], [9]]))).toEqual(['stay', 'leave']);
    expect([...forest.featureImportances]).toEqual([1]);
  });

  it('grows one leaf per tree from a single class, as scikit-learn does', async () => {
    const forest = await new RandomForestClassifier({ randomState: 0, nEstimators: 3 }).fit(
      X,
      Array(6).fill(7),
    );
    expect(await forest.predict(X)).toEqual(Array(6).fill(7));
    expect([...(await forest.predictProba(X)).data]).toEqual(Array(6).fill(1));
    expect([...forest.featureImportances]).toEqual([0]);
    expect(forest.estimators.map((tree) => tree.feature.length)).toEqual([1, 1, 1]);
  });

  it('gives equal forests for equal seeds and others for other seeds', async () => {
    const digestOfSeed = async (randomState: number) =>
      (await new RandomForestClassifier({ randomState, nEstimators: 5 }).fit(X, y)).digest();
    expect(await digestOfSeed(3)).toBe(await digestOfSeed(3));
    expect(await digestOfSeed(3)).not.toBe(await digestOfSeed(4));
  });

  it('leaves how many workers were asked for out of the digest', async () => {
    const one = await new RandomForestClassifier({ randomState: 3, nEstimators: 5, nJobs: 1 }).fit(X, y);
    const two = await new RandomForestClassifier({ randomState: 3, nEstimators: 5, nJobs: 2 }).fit(X, y);
    expect(one.digest()).toBe(two.digest());
  });

  it('comes back from its artifact with the same predictions and digest', async () => {
    const cells = fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 12, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(cells, fc.nat(1000), fc.boolean(), async (values, randomState, balanced) => {
        const nRows = Math.floor(values.length / 2);
        const matrix = { data: Float64Array.from(values.slice(0, 2 * nRows)), nRows, nCols: 2 };
        const labels = Array.from({ length: nRows }, (_, row) => (row * 7919) % 3);
        const options = { randomState, nEstimators: 3, classWeight: balanced ? ('balanced' as const) : null };
        const forest = await new RandomForestClassifier(options).fit(matrix, labels);
        const again = RandomForestClassifier.fromArtifact(structuredClone(forest.toArtifact()));
        expect(again.digest()).toBe(forest.digest());
        expect(await again.predictProba(matrix)).toEqual(await forest.predictProba(matrix));
      }),
      { numRuns: 30 },
    );
  });

  it('reports progress tree by tree and stops when it is cancelled', async () => {
    const signal = { aborted: false };
    const seen: number[] = [];
    const forest = new RandomForestClassifier({ randomState: 0, nEstimators: 10 });
    const fitting = forest.fit(X, y, {
      signal,
      onProgress: ({ done, total, unit }) => {
        expect([total, unit]).toEqual([10, 'trees']);
        seen.push(done);
        signal.aborted = done === 4;
      },
    });
    await expect(fitting).rejects.toThrow(CancelledError);
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(() => forest.classes).toThrow(NotFittedError);
  });

  it('reads class weights from a plain object by the text of the label', async () => {
    const fitWith = async (classWeight: RandomForestOptions['classWeight']) =>
      (
        await new RandomForestClassifier({ randomState: 3, nEstimators: 5, classWeight: classWeight! }).fit(
          X,
          y,
        )
      ).estimators;
    expect(await fitWith({ stay: 2, leave: 1 })).toEqual(await fitWith(new Map([['stay', 2]])));
  });

  it.each<[string, Partial<RandomForestOptions>, RegExp]>([
    ['no trees', { nEstimators: 0 }, /nEstimators: 0/],
    ['another criterion', { criterion: 'entropy' as 'gini' }, /criterion: 'entropy'/],
    ['a depth of zero', { maxDepth: 0 }, /maxDepth: 0/],
    ['a leaf of no rows', { minSamplesLeaf: 0 }, /minSamplesLeaf: 0/],
    ['a leaf of all rows', { minSamplesLeaf: { fraction: 1 } }, /minSamplesLeaf/],
    ['a split of one row', { minSamplesSplit: 1 }, /minSamplesSplit: 1/],
    ['half again as many columns', { maxFeatures: 1.5 }, /maxFeatures: 1.5/],
    ['a negative decrease', { minImpurityDecrease: -1 }, /minImpurityDecrease: -1/],
    ['an unknown class weight', { classWeight: 'even' as 'balanced' }, /classWeight: 'even'/],
    ['another arithmetic', { arithmetic: 'arm64' as 'fused' }, /arithmetic: 'arm64'/],
    ['a seed that is none', { randomState: -1 }, /randomState: -1/],
  ])('refuses %s', (_, options, message) => {
    const create = () => new RandomForestClassifier({ randomState: 0, ...options });
    expect(create).toThrow(ValueError);
    expect(create).toThrow(message);
  });

  it('tells a misspelt parameter, as Python does, by a TypeError', () => {
    const misspelt = { nEstimator: 3 } as Partial<RandomForestOptions>;
    expect(() => new RandomForestClassifier({ randomState: 0, ...misspelt })).toThrow(
      expect.objectContaining({ name: 'TypeError', hint: "did you mean 'nEstimators'?" }),
    );
  });

  it.each<[string, number[][], Label[], RegExp]>([
    ['NaN', [[1], [Number.NaN]], [0, 1], /NaN \(first at row 1/],
    ['infinity', [[1], [-Infinity]], [0, 1], /infinity/],
    ['a value beyond float32', [[1], [1e39]], [0, 1], /too large for float32: 1e\+39 \(row 1, column 0\)/],
    ['no rows', [], [], /0 sample/],
    ['labels of another length', [[1], [2]], [0], /inconsistent numbers of samples: \[2, 1\]/],
    ['labels that are measurements', [[1], [2]], [0.5, 1.5], /continuous/],
  ])('refuses to learn from %s', async (_, rows, labels, message) => {
    const fitting = new RandomForestClassifier({ randomState: 0 }).fit(matrixOf(rows), labels);
    await expect(fitting).rejects.toThrow(message);
  });

  it('refuses weights for labels that do not occur', async () => {
    const forest = new RandomForestClassifier({ randomState: 0, classWeight: { churned: 2 } });
    await expect(forest.fit(X, y)).rejects.toThrow(/'leave', 'stay' are not in classWeight/);
  });

  it('refuses to predict before it is fitted, and rows with other columns afterwards', async () => {
    const forest = new RandomForestClassifier({ randomState: 0, nEstimators: 1 });
    await expect(forest.predict(X)).rejects.toThrow(NotFittedError);
    await forest.fit(X, y);
    await expect(forest.predict(matrixOf([[1, 2]]))).rejects.toThrow(/2 features/);
  });

  describe.runIf(vectorsPresent)('against recorded forests of scikit-learn', () => {
    it('repeats 65 forests of 1.2.1 on x86-64, 259 trees, bit for bit', async () => {
      const { datasets, cases } = readForests('forests_sklearn121_x86.json');
      let nTrees = 0;
      for (const forestCase of cases) {
        const { X, y } = datasets[forestCase.dataset]!;
        const forest = await new RandomForestClassifier(optionsOf(forestCase)).fit(matrixOf(X), y);
        // 1.2 stores class sums and normalises them by their own total; from 1.3 on by the node's weight.
        expectSameTrees(forest, forestCase, (sum, weight) => sum / weight);
        await expectPredictions(forest, forestCase, 2e-15);
        nTrees += forest.estimators.length;
      }
      expect([cases.length, nTrees]).toEqual([65, 259]);
    });

    it('repeats, with fused arithmetic, the 3 forests of 1.2.1 that arm64 grows otherwise, bit for bit', async () => {
      const { datasets, cases } = readForests('forests_sklearn121_arm64.json');
      let nTrees = 0;
      for (const forestCase of cases) {
        const { X, y } = datasets[forestCase.dataset]!;
        const options = { ...optionsOf(forestCase), arithmetic: 'fused' as const };
        const forest = await new RandomForestClassifier(options).fit(matrixOf(X), y);
        expectSameTrees(forest, forestCase, (sum, weight) => sum / weight);
        // What is fused is kept with the forest: its importances are computed when they are asked for.
        await expectPredictions(RandomForestClassifier.fromArtifact(forest.toArtifact()), forestCase, 2e-15);
        nTrees += forest.estimators.length;
      }
      expect([cases.length, nTrees]).toEqual([3, 7]);
    });

    it('cuts the same with fused arithmetic where arm64 does, and otherwise where it does not', async () => {
      const { datasets, cases } = readForests('forests_sklearn121_x86.json');
      const onArm = readForests('forests_sklearn121_arm64.json').cases;
      const differing = new Set(onArm.map((forestCase) => forestCase.case_index_in_121_file));
      expect(differing.size).toBe(3);
      for (const [index, forestCase] of cases.entries()) {
        const { X, y } = datasets[forestCase.dataset]!;
        const options = { ...optionsOf(forestCase), arithmetic: 'fused' as const };
        const { estimators } = await new RandomForestClassifier(options).fit(matrixOf(X), y);
        const cuts = estimators.map(({ feature, threshold }) => [[...feature], [...threshold]]);
        const cutsOnX86 = forestCase.trees.map(({ feature, threshold }) => [feature, threshold]);
        if (differing.has(index)) expect(cuts).not.toEqual(cutsOnX86);
        else expect(cuts).toEqual(cutsOnX86);
      }
    });

    it('tells close values apart in the 1.7 semantics, as the builds of 1.7.2 do', async () => {
      const { datasets, cases } = readForests('forests_sklearn121_x86.json');
      const digests: string[] = [];
      for (const forestCase of cases.filter(({ dataset }) => dataset === 'close_values')) {
        const { X, y } = datasets.close_values!;
        const options = { ...optionsOf(forestCase), semantics: '1.7' as const };
        const forest = await new RandomForestClassifier(options).fit(matrixOf(X), y);
        const { trees } = forest.toArtifact();
        const { data } = await forest.predictProba(matrixOf(forestCase.X_test));
        digests.push(digestOf(trees.threshold, trees.impurity, data));
      }
      expect(digests).toEqual([
        '1608656c577b9b57653f19bfdace2378c2e7c1c422d9b1c7b65858926c043a8f',
        '36849308c3777ac504f7c89d7f535662be0b82f0c2b67b716e959f087ed3752f',
        '878038f89f695cd49b50b14b337543453d348cd5ef220d3bf5016eaff673d116',
      ]);
    });

    it('repeats 26 weighted forests of 1.9.0 and the unweighted ones that 1.9 left alone, bit for bit', async () => {
      const { datasets, cases } = readForests('forests_sklearn190_weighted.json');
      const older = readForests('forests_sklearn121_x86.json').cases;
      expect(cases).toHaveLength(26);
      for (const forestCase of cases) {
        const { X, y } = datasets[forestCase.dataset]!;
        const options = { ...optionsOf(forestCase), semantics: '1.9' as const };
        const forest = await new RandomForestClassifier(options).fit(matrixOf(X), y);
        expectSameTrees(forest, forestCase, (fraction) => fraction);
        await expectPredictions(forest, forestCase, 0);
      }
      const unweighted = older.filter(({ params }) => (params.class_weight ?? null) === null);
      expect(unweighted).toHaveLength(24);
      for (const forestCase of unweighted) {
        const { X, y } = datasets[forestCase.dataset]!;
        const options = { ...optionsOf(forestCase), semantics: '1.9' as const };
        const forest = await new RandomForestClassifier(options).fit(matrixOf(X), y);
        expectSameTrees(forest, forestCase, (sum, weight) => sum / weight);
        await expectPredictions(forest, forestCase, 0);
      }
    });
  });
});

function expectSameTrees(
  forest: RandomForestClassifier,
  { trees, dataset, params }: ForestCase,
  fractionOf: (value: number, weight: number) => number,
): void {
  const title = `${dataset} ${JSON.stringify(params)}`;
  expect(forest.estimators.length, title).toBe(trees.length);
  forest.estimators.forEach((tree, i) => {
    const expected = trees[i]!;
    expect([...tree.feature], title).toEqual(expected.feature);
    expect([...tree.threshold], title).toEqual(expected.threshold);
    expect([...tree.childrenLeft], title).toEqual(expected.left);
    expect([...tree.childrenRight], title).toEqual(expected.right);
    expect([...tree.nNodeSamples], title).toEqual(expected.n);
    expect([...tree.weightedNNodeSamples], title).toEqual(expected.w);
    expect([...tree.impurity], title).toEqual(expected.impurity);
    const fractions = expected.value.flatMap((values, node) =>
      values.map((value) => fractionOf(value, expected.w[node]!)),
    );
    expect([...tree.value], title).toEqual(fractions);
  });
}

async function expectPredictions(
  forest: RandomForestClassifier,
  expected: ForestCase,
  tolerance: number,
): Promise<void> {
  const rows = matrixOf(expected.X_test);
  const { data } = await forest.predictProba(rows);
  const differences = expected.predict_proba.flat().map((value, i) => Math.abs(value - data[i]!));
  expect(Math.max(...differences)).toBeLessThanOrEqual(tolerance);
  expect(await forest.predict(rows)).toEqual(expected.predict);
  expect([...forest.featureImportances]).toEqual(expected.feature_importances);
}
