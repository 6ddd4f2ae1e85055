import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Matrix } from '../../src/core/numeric/matrix.ts';
import { trainTestSplitIndices } from '../../src/core/training/split.ts';
import { takeRows, timingMatrix } from './course-matrix.ts';
import { type PythonServer, startPython } from './python-server.ts';

/** The rows that forests are timed on. */
export interface ForestRows {
  readonly train: Matrix;
  readonly test: Matrix;
  readonly yTrain: Uint8Array;
  readonly note: string;
}

/** scikit-learn's forest on the same rows; gives the milliseconds that it measured itself. */
export interface ForestReference {
  time(kind: 'fit' | 'predict', params: Readonly<Record<string, unknown>>): Promise<number>;
  close(): Promise<void>;
}

/** The course's matrix, split as the course splits it. */
export function splitRows(): ForestRows {
  const { matrix, labels, source } = timingMatrix();
  const [trainRows, testRows] = trainTestSplitIndices(matrix.nRows, {
    testSize: 0.25,
    randomState: 42,
    stratify: labels,
  });
  const yTrain = Uint8Array.from(trainRows, (row) => labels[row]!);
  return {
    train: takeRows(matrix, trainRows),
    test: takeRows(matrix, testRows),
    yTrain,
    note: `scikit-learn; ${source}`,
  };
}

/** Starts scikit-learn and gives it the rows. */
export async function startReference(python: string, data: ForestRows): Promise<ForestReference> {
  const folder = await mkdtemp(join(tmpdir(), 'forest-bench-'));
  const [x, y] = [join(folder, 'x'), join(folder, 'y')];
  const rows = Buffer.concat([data.train.data, data.test.data].map((part) => Buffer.from(part.buffer)));
  await Promise.all([writeFile(x, rows), writeFile(y, data.yTrain)]);
  const script = fileURLToPath(new URL('./python/forest_bench.py', import.meta.url));
  const server: PythonServer = startPython(python, script);
  const { nRows } = data.train;
  await server.ask({ x, y, nRows: nRows + data.test.nRows, nTrain: nRows });
  return {
    time: async (kind, params) => Number(await server.ask({ kind, params: snakeCase(params) })),
    async close() {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function snakeCase(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(params);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
