import { checkOptions } from '../../core/check-options.ts';
import { canonicalJson } from '../../core/digest.ts';
import { LabError, quote, TypeMismatchError } from '../../core/errors.ts';
import { MersenneTwister } from '../../core/training/mersenne-twister.ts';

/** What a check found: `expected` and `actual` are shown to the student side by side, above the hint. */
export interface CheckResult {
  readonly passed: boolean;
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly hint: string;
}

/** A check that did not hold. */
export class CheckFailedError extends LabError {
  override readonly name = 'CheckFailedError';
  readonly result: CheckResult;

  constructor(result: CheckResult) {
    super(`${result.name}: expected ${quote(result.expected)}, got ${quote(result.actual)}`, result.hint);
    this.result = result;
  }
}

/** What a check may be given last: the hint for this very mistake, and a name for the list of results. */
export interface CheckOptions {
  readonly hint?: string;
  readonly name?: string;
}

/** A check's options for numbers: how far apart they may be, as |actual − expected| ≤ abs + rel · |expected|. */
export interface CloseOptions extends CheckOptions {
  readonly abs?: number;
  readonly rel?: number;
}

/** A check's options for generated cases. */
export interface PropertyOptions extends CheckOptions {
  readonly runs?: number;
  readonly seed?: number;
}

/** Seeded random draws for `check.property`'s generator. */
export interface Draw {
  /** A whole number from `low` up to but not including `high`. */
  integer(low: number, high: number): number;
  /** A number from 0 up to but not including 1. */
  unit(): number;
  pick<T>(values: readonly T[]): T;
}

const CHECK_OPTIONS = ['hint', 'name'];

/** The checks of a lesson. Each reports its result, and throws `CheckFailedError` where it does not hold. */
export type Check = ReturnType<typeof createCheck>;

/** Builds the checks; `report` is told every result, passed or not, before a failure is thrown. */
export function createCheck(report: (result: CheckResult) => void = () => undefined) {
  const settle = (result: CheckResult): void => {
    report(result);
    if (!result.passed) throw new CheckFailedError(result);
  };
  return {
    /** `actual` equals `expected`: same values and structure; typed arrays equal arrays of the same numbers. */
    equal(actual: unknown, expected: unknown, options: CheckOptions = {}): void {
      const given = checkOptions('check.equal', options, { optional: CHECK_OPTIONS });
      const passed = canonicalJson(comparable(actual)) === canonicalJson(comparable(expected));
      settle({ passed, expected, actual, ...named('equal', given) });
    },
    /** Two numbers, or lists of numbers, are equal within `abs` + `rel` · |expected| (default rel 1e-9). */
    close(
      actual: number | ArrayLike<number>,
      expected: number | ArrayLike<number>,
      options: CloseOptions = {},
    ): void {
      const given = checkOptions('check.close', options, { optional: [...CHECK_OPTIONS, 'abs', 'rel'] });
      requireTolerances(given);
      const [got, wanted] = [numbersOf(actual), numbersOf(expected)];
      const passed =
        got.length === wanted.length && got.every((value, i) => isClose(value, wanted[i]!, given));
      settle({ passed, expected, actual, ...named('close', given) });
    },
    /** A condition holds. */
    true(condition: unknown, options: CheckOptions = {}): void {
      const given = checkOptions('check.true', options, { optional: CHECK_OPTIONS });
      settle({ passed: condition === true, expected: true, actual: condition, ...named('true', given) });
    },
    /** Running `action` fails with an error of the given name (or any, where none is given). */
    async throws(action: () => unknown, errorName?: string, options: CheckOptions = {}): Promise<void> {
      const given = checkOptions('check.throws', options, { optional: CHECK_OPTIONS });
      const actual = await nameOfError(action);
      const passed = errorName === undefined ? actual !== null : actual === errorName;
      settle({
        passed,
        expected: errorName ?? 'an error',
        actual: actual ?? 'no error',
        ...named('throws', given),
      });
    },
    /** `predicate` holds for every generated case; the first that fails is shown. Same seed, same cases. */
    async property<T>(
      name: string,
      generator: (draw: Draw, run: number) => T,
      predicate: (value: T) => unknown,
      options: PropertyOptions = {},
    ): Promise<void> {
      const given = checkOptions('check.property', options, { optional: [...CHECK_OPTIONS, 'runs', 'seed'] });
      if (typeof generator !== 'function' || typeof predicate !== 'function') {
        throw new TypeMismatchError(
          `check.property got ${quote(typeof generator === 'function' ? predicate : generator)} where a function belongs`,
          'give a name, a generator of cases and what must hold for each: check.property(name, (draw) => …, (value) => …)',
        );
      }
      const draw = createDraw(new MersenneTwister(given.seed ?? 42));
      const described = named(name, given);
      for (let run = 0; run < (given.runs ?? 100); run++) {
        const value = generator(draw, run);
        const answer = await predicate(value);
        if (answer !== true)
          return settle({ passed: false, expected: true, actual: { value, answer }, ...described });
      }
      settle({ passed: true, expected: true, actual: true, ...described });
    },
  };
}

function named(fallback: string, { name, hint }: CheckOptions): { name: string; hint: string } {
  for (const [option, text] of Object.entries({ name, hint })) {
    if (text === undefined || typeof text === 'string') continue;
    throw new TypeMismatchError(`the ${option} of a check is ${quote(text)}`, `give ${option} as a text`);
  }
  return { name: name || fallback, hint: hint || 'compare the expected with the actual value' };
}

function comparable(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as number[]);
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Map) return { $map: [...value].map(comparable) };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value === undefined ? { $undefined: true } : value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, comparable(member)]));
}

/** What holds no numbers counts as one NaN, which is close to nothing. */
function numbersOf(value: number | ArrayLike<number>): number[] {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<number>);
  return [typeof value === 'number' ? value : Number.NaN];
}

function requireTolerances({ abs, rel }: CloseOptions): void {
  for (const [name, value] of Object.entries({ abs, rel })) {
    if (value === undefined || typeof value === 'number') continue;
    throw new TypeMismatchError(`${name} of check.close is ${quote(value)}`, `give ${name} as a number`);
  }
}

function isClose(actual: number, expected: number, { abs = 0, rel = 1e-9 }: CloseOptions): boolean {
  return Object.is(actual, expected) || Math.abs(actual - expected) <= abs + rel * Math.abs(expected);
}

async function nameOfError(action: () => unknown): Promise<string | null> {
  try {
    await action();
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

function createDraw(twister: MersenneTwister): Draw {
  return {
    integer: (low, high) => twister.randint(low, high),
    unit: () => twister.randomSample(),
    pick: (values) => values[twister.randint(0, values.length)] as (typeof values)[number],
  };
}
