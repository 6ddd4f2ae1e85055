import { describe, expect, it } from 'vitest';
import { type CheckResult, createCheck } from '../../../src/notebook/lab-api/check.ts';

describe('a check that holds', () => {
  it('is reported and throws nothing', async () => {
    const results: CheckResult[] = [];
    const check = createCheck((result) => results.push(result));
    check.equal(Float64Array.of(1, 2), [1, 2]);
    check.equal({ a: new Date(0), b: undefined }, { b: undefined, a: new Date(0) });
    check.close([1, 2 + 1e-12], [1, 2]);
    check.true(1 > 0);
    await check.throws(() => Promise.reject(new RangeError('x')), 'RangeError');
    await check.property(
      'below ten',
      (draw) => draw.integer(0, 10),
      (n) => n < 10,
    );
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['equal', true],
      ['equal', true],
      ['close', true],
      ['true', true],
      ['throws', true],
      ['below ten', true],
    ]);
  });
});

describe('a check that does not hold', () => {
  type Check = ReturnType<typeof createCheck>;
  it.each<[string, (check: Check) => unknown, unknown, unknown]>([
    ['equal', (check) => check.equal({ a: 1 }, { a: 2 }), { a: 2 }, { a: 1 }],
    ['equal of a Date and its text', (check) => check.equal(new Date(0), '1970'), '1970', new Date(0)],
    ['close', (check) => check.close(1.1, 1, { abs: 0.01 }), 1, 1.1],
    ['close to nothing', (check) => check.close(undefined as never, 1), 1, undefined],
    ['close of other lengths', (check) => check.close([1, 2], [1]), [1], [1, 2]],
    ['true of what only seems so', (check) => check.true(1), true, 1],
    ['throws another error', (check) => check.throws(() => null!, 'KeyError'), 'KeyError', 'no error'],
    [
      'property',
      (check) =>
        check.property(
          'even',
          (_, run) => run,
          (n) => n % 2 === 0,
        ),
      true,
      { value: 1, answer: false },
    ],
  ])('%s shows the expected, the actual and the hint', async (_, run, expected, actual) => {
    const results: CheckResult[] = [];
    const check = createCheck((result) => results.push(result));
    await expect((async () => run(check))()).rejects.toMatchObject({ name: 'CheckFailedError' });
    expect(results).toMatchObject([{ passed: false, expected, actual, hint: expect.stringMatching(/./) }]);
  });

  it('tells a misspelt option before it checks', () => {
    expect(() => createCheck().equal(1, 1, { hnt: 'x' } as object)).toThrow(
      expect.objectContaining({ name: 'TypeError', hint: "did you mean 'hint'?" }),
    );
  });
});
