import { LabError } from '../../core/errors.ts';
import { ESTIMATORS, type ParamDefinition, type ParamValue } from './estimator-definitions.ts';
import type { RunSpecification } from './run-specification.ts';

/** What is wrong with one field of a specification, as a form can say it in its reader's language. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: 'empty' | 'no-number' | 'no-whole-number' | 'too-small' | 'too-large' | 'unknown';
  /** The bound that was passed, where one was. */
  readonly bound: number | null;
}

/** A specification that cannot be run. */
export class SpecificationError extends LabError {
  override readonly name = 'ValueError';
}

const MOST_SEED = 2 ** 32 - 1;

/** Every field that cannot be run as it is; empty where the specification is sound. Reads no data. */
export function checkSpecification(specification: RunSpecification): FieldProblem[] {
  const { asOf, features, testSize, splitSeed, estimator, seed, runName } = specification;
  return [
    asOf === '' ? problemOf('asOf', 'empty') : null,
    features.length === 0 ? problemOf('features', 'empty') : null,
    checkNumber('testSize', testSize, { least: 0.05, most: 0.9 }),
    checkWhole('splitSeed', splitSeed, { least: 0, most: MOST_SEED }),
    checkWhole('seed', seed, { least: 0, most: MOST_SEED }),
    runName.trim() === '' ? problemOf('runName', 'empty') : null,
    ...ESTIMATORS[estimator.name].params.map((param) =>
      checkParam(param, estimator.params[param.name] ?? null),
    ),
  ].filter((problem) => problem !== null);
}

/** Throws a `SpecificationError` that names the first field at fault. */
export function requireSound(specification: RunSpecification): void {
  const [first] = checkSpecification(specification);
  if (first === undefined) return;
  const bound = first.bound === null ? '' : ` (the bound is ${first.bound})`;
  throw new SpecificationError(`${first.field} is ${first.problem}${bound}`, `correct ${first.field}`);
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function checkParam(param: ParamDefinition, value: ParamValue): FieldProblem | null {
  const { name, kind, above = 0, most = Number.MAX_SAFE_INTEGER } = param;
  if (kind === 'flag') return null;
  if (kind === 'choice') {
    return param.choices?.includes(value as string | null) ? null : problemOf(name, 'unknown');
  }
  if (value === null) return param.isOptional ? null : problemOf(name, 'empty');
  if (kind === 'whole') return checkWhole(name, value, { least: above, most });
  if (kind === 'number') {
    return value === above
      ? problemOf(name, 'too-small', above)
      : checkNumber(name, value, { least: above, most });
  }
  const sizes = value as readonly number[];
  if (sizes.length === 0) return problemOf(name, 'empty');
  return (
    sizes.map((size) => checkWhole(name, size, { least: above, most })).find((found) => found !== null) ??
    null
  );
}

function checkWhole(field: string, value: unknown, bounds: Bounds): FieldProblem | null {
  const found = checkNumber(field, value, bounds);
  return found ?? (Number.isInteger(value) ? null : problemOf(field, 'no-whole-number'));
}

function checkNumber(field: string, value: unknown, { least, most }: Bounds): FieldProblem | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return problemOf(field, 'no-number');
  if (value < least) return problemOf(field, 'too-small', least);
  return value > most ? problemOf(field, 'too-large', most) : null;
}

function problemOf(
  field: string,
  problem: FieldProblem['problem'],
  bound: number | null = null,
): FieldProblem {
  return { field, problem, bound };
}
