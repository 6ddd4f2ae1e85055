import { checkOptions } from '../../core/check-options.ts';
import { expect, type Validator } from '../../core/table/expectations/expect.ts';
import type { ExpectationResult } from '../../core/table/expectations/result.ts';
import type { Table } from '../../core/table/table.ts';

/** Great Expectations' checks for cells: each gives its result, to read or to go on checking from. */
export type LabValidator = Pick<Validator, 'validate'> & {
  readonly [K in Check]: (...args: Parameters<Validator[K]>) => ExpectationResult & LabValidator;
};

type Check = Exclude<keyof Validator, 'validate'>;

/** Which argument of a check holds its options, and what they may be. */
const OPTIONS: Readonly<Record<Check, { readonly at: number; readonly optional: readonly string[] }>> = {
  expectTableColumnsToMatchSet: { at: 1, optional: ['exactMatch'] },
  expectColumnValuesToNotBeNull: { at: 1, optional: ['mostly'] },
  expectColumnValuesToBeBetween: {
    at: 1,
    optional: ['minValue', 'maxValue', 'strictMin', 'strictMax', 'mostly'],
  },
  expectColumnValuesToBeInSet: { at: 2, optional: ['mostly'] },
  expectColumnValuesToBeUnique: { at: 1, optional: ['mostly'] },
};

/** Starts checking a table. A result carries the validator's methods, hidden, so that checks can be chained. */
export function createValidator(table: Table): LabValidator {
  const validator = expect(table);
  const methods: Record<string, PropertyDescriptor> = {
    validate: { value: () => validator.validate(), enumerable: false },
  };
  for (const name of Object.keys(OPTIONS) as Check[]) {
    const run = validator[name].bind(validator) as (...args: unknown[]) => ExpectationResult;
    const { at, optional } = OPTIONS[name];
    const check = (...args: unknown[]): unknown => {
      checkOptions(name, args[at] as object | undefined, { optional });
      return Object.defineProperties({ ...run(...args) }, methods);
    };
    methods[name] = { value: check, enumerable: false };
  }
  return Object.defineProperties({}, methods) as LabValidator;
}
