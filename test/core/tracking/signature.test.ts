import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { inferSignature } from '../../../src/core/tracking/signature.ts';

describe('an inferred signature', () => {
  it('types columns as MLflow does and requires those without nulls', () => {
    const table = fromRows([
      { whole: 1, holes: 1, real: 0.5, nan: 1.5, flag: true, text: 'a', time: new Date(0) },
      { whole: 2, holes: null, real: 2, nan: Number.NaN, flag: false, text: null, time: null },
    ]);
    expect(inferSignature(table)).toEqual({
      inputs: [
        { type: 'long', name: 'whole', required: true },
        { type: 'double', name: 'holes', required: false },
        { type: 'double', name: 'real', required: true },
        { type: 'double', name: 'nan', required: false },
        { type: 'boolean', name: 'flag', required: true },
        { type: 'string', name: 'text', required: false },
        { type: 'datetime', name: 'time', required: true },
      ],
      outputs: null,
      params: null,
    });
  });

  it('gives arrays and matrices a dtype and a shape', () => {
    const matrix = { data: Float32Array.of(1, 2, 3, 4), nRows: 2, nCols: 2 };
    const { inputs, outputs } = inferSignature(matrix, Int32Array.of(0, 1));
    expect(inputs).toEqual([{ type: 'tensor', 'tensor-spec': { dtype: 'float32', shape: [-1, 2] } }]);
    expect(outputs).toEqual([{ type: 'tensor', 'tensor-spec': { dtype: 'int32', shape: [-1] } }]);
  });
});
