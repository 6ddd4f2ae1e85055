import type { Matrix } from '../../src/core/numeric/matrix.ts';
import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';

/** How `forests_vectors.py` drew one case's data. */
export interface Recipe {
  readonly seed: number;
  readonly nRows: number;
  readonly columns: readonly { readonly kind: string; readonly levels: number }[];
  readonly nClasses: number;
  readonly noise: number;
}

/** The same rows and labels as `draw_data` of forests_vectors.py, to the bit. */
export function drawData(recipe: Recipe): { features: Matrix; labels: Int32Array } {
  const { nRows, columns, nClasses, noise } = recipe;
  const twister = new MersenneTwister(recipe.seed);
  const draw = () => Float64Array.from({ length: nRows }, () => twister.randomSample());
  const drawn = columns.map(({ kind, levels }) => draw().map((u) => drawnValue(kind, u, levels)));
  const score = meanRank(drawn.slice(0, 3), nRows);
  const disturbance = draw();
  for (let row = 0; row < nRows; row++) score[row] = score[row]! + noise * (disturbance[row]! - 0.5);
  const order = Array.from(score.keys()).sort((a, b) => score[a]! - score[b]! || a - b);
  const labels = new Int32Array(nRows);
  order.forEach((row, i) => {
    labels[row] = Math.min(nClasses - 1, Math.floor((i * nClasses) / nRows));
  });
  if (noise === 1) {
    const relabelled = draw();
    for (let row = 0; row < nRows; row++) if (relabelled[row]! < 0.2) labels[row] = 0;
  }
  return { features: interleave(drawn, nRows), labels };
}

function interleave(columns: readonly Float64Array[], nRows: number): Matrix {
  const nCols = columns.length;
  const data = new Float64Array(nRows * nCols);
  for (let row = 0; row < nRows; row++) {
    for (let col = 0; col < nCols; col++) data[row * nCols + col] = columns[col]![row]!;
  }
  return { data, nRows, nCols };
}

function drawnValue(kind: string, u: number, levels: number): number {
  switch (kind) {
    case 'unit':
      return u;
    case 'grid':
      return Math.floor(u * levels) / 100;
    case 'code':
      return Math.floor(u * levels);
    case 'flag':
      return u < 0.3 ? 1 : 0;
    case 'constant':
      return 2.5;
    default:
      return Math.floor(u * u * u * levels);
  }
}

function meanRank(columns: readonly Float64Array[], nRows: number): Float64Array {
  const sum = new Float64Array(nRows);
  for (const column of columns) {
    const scale = 1 + column.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    for (let row = 0; row < nRows; row++) sum[row] = sum[row]! + column[row]! / scale;
  }
  return sum.map((value) => value / columns.length);
}
