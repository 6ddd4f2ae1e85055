import { quote, TypeMismatchError, ValueError } from '../errors.ts';

/** Throws a `TypeError` unless `steps` is a list of lists of `length` that each start with a name. */
export function checkSteps(
  steps: unknown,
  { length, example }: { readonly length: number; readonly example: string },
): void {
  const hint = `give a list of steps such as ${example}`;
  if (!Array.isArray(steps)) throw new TypeMismatchError(`the steps are ${quote(steps)}`, hint);
  const position = steps.findIndex(
    (step) => !Array.isArray(step) || step.length !== length || typeof step[0] !== 'string',
  );
  if (position >= 0) throw new TypeMismatchError(`step ${position + 1} has another form`, hint);
}

/** Throws scikit-learn's `ValueError` for a repeated step name and for one with the reserved '__'. */
export function checkStepNames(names: readonly string[]): void {
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) {
    throw new ValueError(
      `Names provided are not unique: [${names.map(quote).join(', ')}]`,
      `give ${quote(repeated)} another name the second time`,
    );
  }
  const reserved = names.filter((name) => name.includes('__'));
  if (reserved.length > 0) {
    throw new ValueError(
      `Estimator names must not contain __: got [${reserved.map(quote).join(', ')}]`,
      "'__' separates a step from its parameter; use one underscore",
    );
  }
}

/** Parameters of nested steps in one flat object, keyed `step__parameter` as scikit-learn's `get_params` keys them. */
export function flattenParams(
  steps: readonly (readonly [string, { readonly params: Readonly<Record<string, unknown>> } | string])[],
): Record<string, unknown> {
  return Object.fromEntries(
    steps.flatMap(([name, step]) =>
      typeof step === 'string'
        ? [[name, step]]
        : Object.entries(step.params).map(([key, value]) => [`${name}__${key}`, value]),
    ),
  );
}
