import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueTree } from '../../../src/notebook/document/output.ts';
import { previewOf } from '../../../src/notebook/kernel/values/preview.ts';
import { TREE_LIMITS, toValueTree } from '../../../src/notebook/kernel/values/value-tree.ts';

class Point {
  x = 1;
  #hidden = 2;
  get sum(): number {
    throw new Error(`ran a getter ${this.#hidden}`);
  }
}

const circle: Record<string, unknown> = { name: 'loop' };
circle.self = circle;

describe('a preview', () => {
  it.each<[unknown, string, string]>([
    [1, 'number', '1'],
    [-0, 'number', '-0'],
    [12n, 'bigint', '12n'],
    ["it's", 'string', '"it\'s"'],
    ['a\nb', 'string', "'a\\nb'"],
    [null, 'null', 'null'],
    [undefined, 'undefined', 'undefined'],
    [Symbol('s'), 'symbol', 'Symbol(s)'],
    [Object.assign(new Array(3), { 0: 1, 2: 'x' }), 'Array(3)', "[1, undefined, 'x']"],
    [new Float64Array([1, 2]), 'Float64Array(2)', 'Float64Array(2) [1, 2]'],
    [new Map([['k', { a: 1 }]]), 'Map(1)', "Map {'k' => {a: 1}}"],
    [new Set([1, 2]), 'Set(2)', 'Set {1, 2}'],
    [new Date(0), 'Date', '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'Date', 'Invalid Date'],
    [/x/g, 'RegExp', '/x/g'],
    [new RangeError('far'), 'RangeError', 'RangeError: far'],
    [function named() {}, 'function', 'ƒ named'],
    [class Named {}, 'function', 'class Named'],
    [() => 1, 'function', 'ƒ (anonymous)'],
    [new Point(), 'Point', 'Point {x: 1}'],
    [Object.create(null), 'Object', '{}'],
    [Promise.resolve(1), 'Promise', 'Promise'],
    [{ 'odd key': 1, [Symbol('s')]: 2 }, 'Object', "{'odd key': 1, [Symbol(s)]: 2}"],
    [circle, 'Object', "{name: 'loop', self: [circular]}"],
    [new ArrayBuffer(3), 'ArrayBuffer(3)', 'ArrayBuffer(3)'],
    [{ a: { b: { c: 1 } } }, 'Object', '{a: {b: {…}}}'],
    [[[1, [2]]], 'Array(1)', '[[1, Array(1)]]'],
  ])('of %o', (value, type, preview) => {
    expect(toValueTree(value)).toMatchObject({ type, preview });
  });

  it('of what refuses to be looked at says so', () => {
    const refusal = (): never => {
      throw new Error('no');
    };
    const proxy = new Proxy({}, { ownKeys: refusal, getPrototypeOf: refusal, get: refusal, has: refusal });
    expect(toValueTree(proxy)).toMatchObject({ preview: '[unreadable]' });
    expect(toValueTree({ proxy }).members).toHaveLength(1);
  });

  it('of a getter does not run it', () => {
    const value = {
      get now(): never {
        throw new Error('ran');
      },
    };
    expect(toValueTree(value)).toMatchObject({
      preview: '{now: (…)}',
      members: [['now', { preview: '(…)' }]],
    });
  });

  it('runs nothing of the value: no getter, toString, toJSON, valueOf or iterator', () => {
    const forbidden = (): never => {
      throw new Error('ran');
    };
    const value = {
      toString: forbidden,
      toJSON: forbidden,
      valueOf: forbidden,
      [Symbol.iterator]: forbidden,
    };
    expect(toValueTree(value).preview).toMatch(/^\{toString: ƒ/);
  });
});

describe('a tree', () => {
  it('is cut in depth, breadth, length and as a whole, however large the value is', () => {
    const wide = Array.from({ length: 1e6 }, (_, i) => i);
    expect(toValueTree(wide)).toMatchObject({ nMore: 1e6 - TREE_LIMITS.breadth });
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = { deep };
    expect(depthOf(toValueTree(deep))).toBe(TREE_LIMITS.depth);
    expect(toValueTree('x'.repeat(1e7)).preview.length).toBeLessThan(TREE_LIMITS.textLength + 3);
    const bush = (level: number): unknown =>
      level === 0 ? 1 : Array.from({ length: 50 }, () => bush(level - 1));
    expect(JSON.stringify(toValueTree(bush(3))).length).toBeLessThan(400_000);
  });

  it('of any value is plain, small and made without failing', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (value) => {
          const tree = toValueTree(value);
          expect(structuredClone(tree)).toEqual(tree);
          expect(tree.preview.length).toBeLessThan(20_010);
        },
      ),
    );
  });
});

it('a preview ends early where a value has many members', () => {
  const huge = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, 'x'.repeat(100)]));
  expect(previewOf(huge, { depth: 3, breadth: 1e6, length: 500 }).length).toBe(500);
});

function depthOf({ members = [] }: ValueTree): number {
  return members.length === 0 ? 0 : 1 + Math.max(...members.map(([, child]) => depthOf(child)));
}
