import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVectors } from '../parity/read-vectors.ts';
import { runLab } from './run-lab.ts';

interface Scores {
  readonly nRows: number;
  readonly nTrain: number;
  readonly auc: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Made with scikit-learn 1.7.2 from the same joined rows. */
const { months } = await readVectors<{ readonly months: Readonly<Record<string, Scores>> }>('course.json');
const RUNS = [
  { name: 'shipped', words: [] },
  { name: 'month_000', words: monthWords('month_000', '2024-01-31') },
  { name: 'month_001', words: monthWords('month_001', '2024-02-29') },
];

describe.each(RUNS)('the course pipeline on $name', ({ name, words }) => {
  const folder = words[1];
  const isAbsent = folder !== undefined && !existsSync(folder);
  if (isAbsent) console.log(`skipped: ${folder} is not beside the project`);

  it.skipIf(isAbsent)(
    'has the scores of scikit-learn, serves a known user, misses an unknown one',
    async () => {
      const { code, stdout, stderr } = await runLab('test/lab/course-pipeline.js', ...words);
      expect(stderr).not.toMatch(/Error/);
      expect(code).toBe(0);
      const answer = JSON.parse(stdout);
      const expected = months[name]!;
      expect(answer).toMatchObject({ nRows: expected.nRows, nTrain: expected.nTrain, version: 1 });
      for (const score of ['auc', 'f1', 'accuracy'] as const) {
        expect(Math.abs(answer.metrics[score] - expected[score]), score).toBeLessThanOrEqual(1e-12);
      }
      expect(answer.known).toMatchObject({ status: 200, body: { user_id: expect.any(String) } });
      expect([0, 1]).toContain(answer.known.body.prediction);
      expect(answer.unknown.status).toBe(200);
      expect(answer.unknown.body.missing_features).toEqual(Object.keys(answer.known.body.features_used));
    },
  );
});

function monthWords(folder: string, asOf: string): string[] {
  return ['--data', `../shared/course-data/${folder}`, '--as-of', asOf];
}
