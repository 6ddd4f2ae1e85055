import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What has no test file of its own, by the one that covers it. A file belongs here where it is a part of one visible
 * thing and is best looked at through that: expectations through `expect`, a metric through recorded outputs.
 */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  'core/engine/watch-registry.test.ts': ['registry/registry.ts'],
  'core/evaluation/metric-errors.test.ts': [
    'evaluation/check-lengths.ts',
    'evaluation/positive-label.ts',
    'evaluation/scores.ts',
    'evaluation/target.ts',
    'evaluation/zero-division-error.ts',
  ],
  'core/evaluation/metrics-parity.test.ts': [
    'evaluation/average-precision-score.ts',
    'evaluation/brier-score-loss.ts',
    'evaluation/class-probabilities.ts',
    'evaluation/one-vs-rest.ts',
    'evaluation/precision-recall-fscore.ts',
    'evaluation/precision-score.ts',
    'evaluation/recall-score.ts',
    'evaluation/weighted-mean.ts',
  ],
  'core/evaluation/roc-auc-score.test.ts': ['evaluation/not-implemented-error.ts'],
  'core/features/apply.suite.ts': ['features/feature-registry.ts', 'features/store.ts'],
  'core/features/historical-features.test.ts': [
    'features/all-null.ts',
    'features/join-mode.ts',
    'features/joined-view.ts',
  ],
  'core/features/historical-features-refusals.test.ts': ['features/errors.ts'],
  'core/features/online-features.suite.ts': ['features/online-store.ts'],
  'core/numeric/lbfgs/line-search.test.ts': ['numeric/lbfgs/trial-step.ts'],
  'core/numeric/lbfgs/minimize-lbfgs.test.ts': [
    'numeric/lbfgs/curvature-memory.ts',
    'numeric/lbfgs/objective.ts',
  ],
  'core/registry/aliases-and-tags.suite.ts': ['registry/aliases.ts', 'registry/tags.ts'],
  'core/registry/load-model.suite.ts': ['registry/log-model.ts', 'tracking/model-files.ts'],
  'core/registry/transition.suite.ts': ['registry/stage-history.ts'],
  'core/serving/handle-request.test.ts': ['serving/features-route.ts', 'serving/http.ts'],
  'core/serving/predict.test.ts': [
    'serving/answer-call.ts',
    'serving/course-answers.ts',
    'serving/read-features.ts',
    'serving/refuse-call.ts',
  ],
  'core/snapshots/import-month.suite.ts': [
    'snapshots/earliest-landing.ts',
    'snapshots/errors.ts',
    'snapshots/read-month.ts',
  ],
  'core/snapshots/snapshot-store.suite.ts': [
    'snapshots/dataset-manifest.ts',
    'snapshots/import-table.ts',
    'snapshots/load-dataset.ts',
    'snapshots/store-snapshots.ts',
  ],
  'core/table/csv/read-csv.test.ts': ['table/csv/column-builder.ts', 'table/csv/problem-list.ts'],
  'core/table/csv/records-of.test.ts': ['table/csv/scan-records.ts'],
  'core/table/expectations/expect.test.ts': [
    'table/expectations/column-map.ts',
    'table/expectations/column-values-to-be-between.ts',
    'table/expectations/column-values-to-be-in-set.ts',
    'table/expectations/column-values-to-be-unique.ts',
    'table/expectations/column-values-to-not-be-null.ts',
    'table/expectations/to-list.ts',
    'table/expectations/table-columns-to-match-set.ts',
  ],
  'core/table/parquet/read-parquet.test.ts': ['table/parquet/codecs.ts', 'table/parquet/decode-column.ts'],
  'core/table/parquet/write-parquet.test.ts': [
    'table/parquet/check-pages.ts',
    'table/parquet/read-front-coded.ts',
  ],
  'core/tracking/search-runs.suite.ts': ['tracking/run-fields.ts', 'tracking/run.ts'],
  'core/tracking/tracking.suite.ts': ['tracking/tracking-client.ts'],
  'core/training/forest/accelerated-grower.test.ts': [
    'training/forest/accelerator/accelerated-grower.ts',
    'training/forest/accelerator/accelerator-module.ts',
    'training/forest/accelerator/memory-views.ts',
    'training/forest/create-grow-task.ts',
  ],
  'core/training/forest/gini-criterion.test.ts': ['training/forest/fused-gini-criterion.ts'],
  'core/training/forest/predict-proba.test.ts': ['training/forest/accelerator/accelerated-prediction.ts'],
  'core/training/logistic/penalized-loss.test.ts': [
    'training/logistic/half-binomial-loss.ts',
    'training/logistic/linear-scores.ts',
    'training/logistic/multinomial-loss.ts',
    'training/logistic/training-rows.ts',
  ],
  'core/training/pipeline.test.ts': ['numeric/matrix.ts', 'training/not-fitted-error.ts'],
  // Tree for tree against scikit-learn's: nothing of a tree is right where one of these is wrong.
  'core/training/random-forest-classifier.test.ts': [
    'training/forest/best-split.ts',
    'training/forest/forest-params.ts',
    'training/forest/node-list.ts',
    'training/forest/reference-grower.ts',
    'training/forest/split-random.ts',
    'training/forest/tree-seed.ts',
  ],
  'core/training/tfjs/packaged-tfjs.test.ts': ['training/tfjs/start-tfjs.ts'],
  'core/training/tfjs/mlp-classifier.test.ts': [
    'training/tfjs/network-trainer.ts',
    'training/tfjs/train-network.ts',
  ],
  'core/training/transformers/column-transformer.test.ts': [
    'training/transformers/as-table.ts',
    'training/transformers/seen-features.ts',
  ],
  'headless/forest-pool.test.ts': ['training/forest/forest-server.ts'],
  'notebook/lab-api/serving.test.ts': [
    'engine/create-engine.ts',
    'engine/model-resolver.ts',
    'engine/online-feature-reader.ts',
  ],
  'parity/prometheus.test.ts': ['serving/prometheus-number.ts'],
};

const sources = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !isCompiledElsewhere(path) && hasBehaviour(path));

describe('the tests mirror src/core', () => {
  it('every file that exports a function or a class has a test of its own path, or is named above', () => {
    const named = Object.values(COVERED_BY).flat();
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((path) => !hasOwnTest(path) && !named.includes(path))).toEqual([]);
  });

  it('the table above names each file once, and only files without a test of their own', () => {
    const named = Object.values(COVERED_BY).flat();
    expect(named.filter((path, i) => named.indexOf(path) < i)).toEqual([]);
    expect(named.filter((path) => !sources.includes(path) || hasOwnTest(path))).toEqual([]);
  });

  it.each(Object.entries(COVERED_BY))('%s runs what it is said to cover', (suite, paths) => {
    const reached = reachedFrom(posix.join('test', suite));
    expect(paths.filter((path) => !reached.has(`src/core/${path}`))).toEqual([]);
  });
});

/** AssemblyScript, which its own compiler reads; tested as the compiled accelerator, tree for tree. */
function isCompiledElsewhere(path: string): boolean {
  return path.includes('/accelerator/assembly/');
}

/** Types and constants alone are checked by the compiler and by those who use them. */
function hasBehaviour(path: string): boolean {
  return /^export (async )?(function|class)\b/m.test(readFileSync(`src/core/${path}`, 'utf8'));
}

/** A suite is a test that runs on several stores. */
function hasOwnTest(path: string): boolean {
  const base = `test/core/${path.replace(/\.ts$/, '')}`;
  return existsSync(`${base}.test.ts`) || existsSync(`${base}.suite.ts`);
}

function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const pending = [start];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    // Types are no code that runs.
    const text = readFileSync(path, 'utf8').replace(/^(import|export) type .*$/gm, '');
    for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport\(?|new URL\()\s*'(\.[\w./-]+\.ts)'/g)) {
      pending.push(posix.join(posix.dirname(path), specifier!));
    }
  }
  return reached;
}
