// valibot: one small library checks whatever comes from outside; 1 kB where used, typed, no code generation.
import * as v from 'valibot';

/**
 * An object of any names whose values fit `schema`, as it is. valibot's own `record` copies it without the members
 * `constructor`, `prototype` and `__proto__`; here names are data, such as those of columns.
 */
export function recordOf<T>(schema: v.GenericSchema<T>): v.GenericSchema<Readonly<Record<string, T>>> {
  return v.custom(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((member) => v.is(schema, member)),
    'an object whose values fit',
  );
}
