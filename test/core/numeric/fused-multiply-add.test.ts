import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fusedMultiplyAdd } from '../../../src/core/numeric/fused-multiply-add.ts';

const EPSILON = 2 ** -52;
const MAX = Number.MAX_VALUE;
const MIN = Number.MIN_VALUE;

/** Doubles by their bits: every size is as likely as any other, subnormal ones and infinities included. */
const anyDouble = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(doubleOf);

/** Doubles as they are in a forest: sums of weights. */
const ordinaryDouble = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('fusedMultiplyAdd', () => {
  it.each([
    ['keeps what the product alone rounds away', 0.1, 10, -1, 2 ** -54],
    ['gives the error of a product', 1 + EPSILON, 1 + EPSILON, -(1 + 2 * EPSILON), EPSILON ** 2],
    ['does not round twice', 1 + EPSILON, 1 - EPSILON / 2, 2 ** 53, 2 ** 53 + 2],
    ['breaks a tie to even', 1, 2 ** -53, 1, 1],
    ['sees past a tie upwards', 1 + EPSILON, 2 ** -53, 1, 1 + EPSILON],
    ['sees past a tie downwards', 1 - EPSILON / 2, 2 ** -53, 1, 1],
    ['survives a product that overflows', MAX, 2, -MAX, MAX],
    ['overflows where the sum does', MAX, 2, 0, Number.POSITIVE_INFINITY],
    ['rounds once into the subnormal numbers', 2 ** -537, 2 ** -538 * (1 + EPSILON), 0, MIN],
    ['rounds half of the smallest number to even', 2 ** -537, 2 ** -538, 0, 0],
    ['gives a negative zero where a negative product vanishes', MIN, -MIN, 0, -0],
    ['gives zero where product and addend cancel', 3, 0.5, -1.5, 0],
    ['adds zeros by their signs', -0, 1, -0, -0],
    [
      'lets an infinite addend win over an overflow',
      MAX,
      MAX,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ],
    [
      'has no value for infinity less infinity',
      Number.POSITIVE_INFINITY,
      1,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ],
    ['has no value for infinity times zero', Number.POSITIVE_INFINITY, 0, 1, Number.NaN],
    ['passes NaN on', Number.NaN, 1, 1, Number.NaN],
  ])('%s', (_, a, b, c, expected) => {
    expect(fusedMultiplyAdd(a, b, c)).toBe(expected);
  });

  it('is the double nearest to the exact result, whatever the sizes', () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, anyDouble, (a, b, c) => expectNearest(a, b, c)),
      { numRuns: 3000 },
    );
  });

  it('is the double nearest to the exact result where product and addend nearly cancel', () => {
    const nearOne = fc.bigInt({ min: -4n, max: 4n });
    fc.assert(
      fc.property(anyDouble, anyDouble, nearOne, (a, b, steps) => {
        const product = a * b;
        if (Number.isFinite(product)) expectNearest(a, b, -doubleOf(bitsOf(product) + steps));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the double nearest to the exact result near every tie', () => {
    // A few high bits, and at most one far below: the products and sums that a second rounding gets wrong.
    const sparse = fc
      .tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: -60, max: 60 }),
        fc.constantFrom(0, EPSILON, -EPSILON),
      )
      .map(([head, exponent, tail]) => (head + tail * 4) * 2 ** exponent);
    fc.assert(
      fc.property(sparse, sparse, fc.tuple(sparse, fc.boolean()), (a, b, [c, negative]) =>
        expectNearest(a, b, negative ? -c : c),
      ),
      { numRuns: 5000 },
    );
  });

  it('is the double nearest to the exact result for sums of weights', () => {
    fc.assert(
      fc.property(ordinaryDouble, ordinaryDouble, ordinaryDouble, (a, b, c) => expectNearest(a, b, c)),
      { numRuns: 2000 },
    );
  });
});

/** The definition itself, on exact integers: no double is nearer, and of two equally near ones the even one is taken. */
function expectNearest(a: number, b: number, c: number): void {
  if (![a, b, c].every(Number.isFinite)) return;
  const exact = units(a) * units(b) + (units(c) << 1074n);
  const result = fusedMultiplyAdd(a, b, c);
  const distance = distanceTo(exact, result);
  const title = `${a} · ${b} + ${c} = ${result}`;
  for (const neighbour of neighboursOf(result)) {
    const other = distanceTo(exact, neighbour);
    expect(distance <= other, title).toBe(true);
    if (distance === other) expect(bitsOf(result) & 1n, title).toBe(0n);
  }
}

/** A double in units of the smallest one; infinity stands where the next double would. */
function units(value: number): bigint {
  if (!Number.isFinite(value)) return value > 0 ? 2n ** 2098n : -(2n ** 2098n);
  let scaled = value;
  let exponent = 1074n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent--;
  }
  return BigInt(scaled) << exponent;
}

function distanceTo(exact: bigint, value: number): bigint {
  const difference = exact - (units(value) << 1074n);
  return difference < 0n ? -difference : difference;
}

function neighboursOf(value: number): number[] {
  if (value === 0) return [MIN, -MIN];
  const size = bitsOf(Math.abs(value));
  const sizes = Number.isFinite(value) ? [size - 1n, size + 1n] : [size - 1n];
  return sizes.map((bits) => Math.sign(value) * doubleOf(bits));
}

function bitsOf(value: number): bigint {
  return new BigUint64Array(Float64Array.of(value).buffer)[0]!;
}

function doubleOf(bits: bigint): number {
  return new Float64Array(BigUint64Array.of(bits).buffer)[0]!;
}
