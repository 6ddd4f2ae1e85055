import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/core/digest.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { drawData, type Recipe } from './drawn-data.ts';
import { readVectors } from './read-vectors.ts';

interface ForestCase {
  readonly recipe: Recipe;
  readonly params: ConstructorParameters<typeof RandomForestClassifier>[0];
  readonly data: { readonly x: string; readonly y: string };
  readonly forest: {
    readonly nNodes: number[];
    readonly probaHead: number[];
    readonly importances: number[];
    readonly [digest: string]: unknown;
  };
}

const { sklearn, cases } = await readVectors<{ sklearn: string; cases: ForestCase[] }>('forests.json');

describe(`random forests of scikit-learn ${sklearn}`, () => {
  it('are 40, with more than 80,000 nodes in all', () => {
    expect(cases).toHaveLength(40);
    const nNodes = cases.flatMap(({ forest }) => forest.nNodes).reduce((a, b) => a + b);
    expect(nNodes).toBeGreaterThan(80_000);
  });

  it.each(cases.map((forestCase, i) => [i, forestCase] as const))(
    'number %i is the same, tree for tree',
    async (_, { recipe, params, data, forest }) => {
      const { features, labels } = drawData(recipe);
      expect([digestOf(features.data), digestOf(labels)]).toEqual([data.x, data.y]);
      const ours = await new RandomForestClassifier(params).fit(features, labels);
      const trees = ours.estimators;
      expect(trees.map((tree) => tree.feature.length)).toEqual(forest.nNodes);
      for (const field of ['feature', 'childrenLeft', 'childrenRight', 'nNodeSamples'] as const) {
        expect(digestOf(...trees.map((tree) => Int32Array.from(tree[field]))), field).toBe(forest[field]);
      }
      for (const field of ['threshold', 'impurity', 'weightedNNodeSamples', 'value'] as const) {
        expect(digestOf(...trees.map((tree) => Float64Array.from(tree[field]))), field).toBe(forest[field]);
      }
      const proba = await ours.predictProba(features);
      expect(Array.from(proba.data.subarray(0, proba.nCols))).toEqual(forest.probaHead);
      expect(digestOf(proba.data), 'proba').toBe(forest.proba);
      expect(digestOf(Int32Array.from(await ours.predict(features), Number)), 'predict').toBe(forest.predict);
      expect(Array.from(ours.featureImportances)).toEqual(forest.importances);
    },
  );
});
