import { expect, it } from 'vitest';
import { byteLengthOf } from '../../../src/core/tracking/byte-length.ts';

it.each([
  [{ kind: 'text', text: 'é' } as const, 2],
  [{ kind: 'json', value: { a: [1] } } as const, '{"a":[1]}'.length],
  [{ kind: 'bytes', bytes: new Uint8Array(7) } as const, 7],
])('of %j is %d', (content, length) => {
  expect(byteLengthOf(content)).toBe(length);
});

it('counts the arrays of a model by their bytes, wherever they are, and Maps by their entries', () => {
  const sizeOf = (params: Record<string, unknown>, weights: Float64Array) =>
    byteLengthOf({ kind: 'estimator', estimator: { kind: 'dummy', version: 1, params, weights } as never });
  const empty = sizeOf({}, new Float64Array(0));
  expect(sizeOf({}, new Float64Array(1000)) - empty).toBe(8000);
  expect(sizeOf({ w: new Map([['a', 1]]) }, new Float64Array(0)) - empty).toBe('"w":[["a",1]]'.length);
});
