import { LabClassifier } from '../../lab-api/lab-classifier.ts';
import { LabTransformer } from '../../lab-api/lab-transformer.ts';
import { className } from './type-name.ts';

/**
 * An estimator as scikit-learn prints it, with the parameters that differ from their defaults:
 * `RandomForestClassifier({ maxDepth: 5 })`. Null for anything else.
 */
export function estimatorText(value: unknown): string | null {
  if (value instanceof LabClassifier) return textOf(value.estimator);
  return value instanceof LabTransformer ? textOf(value.transformer) : null;
}

/** What core's estimators have in common here; a pipeline and a column transformer have steps. */
interface Estimator {
  readonly params: Readonly<Record<string, unknown>>;
  readonly steps?: readonly (readonly [name: string, step: unknown, columns?: unknown])[];
}

function textOf(estimator: Estimator): string {
  const name = className(estimator);
  const { steps } = estimator;
  if (Array.isArray(steps)) {
    return `${name}([${steps.map(([stepName, step]) => `['${stepName}', ${stepText(step)}]`).join(', ')}])`;
  }
  const defaults = defaultsOf(estimator);
  const given = Object.entries(estimator.params).filter(
    ([param, value]) => typeof value !== 'function' && !isEqual(value, defaults[param]),
  );
  const texts = given.map(([param, value]) => `${param}: ${paramText(value)}`);
  return texts.length === 0 ? `${name}()` : `${name}({ ${texts.join(', ')} })`;
}

function stepText(step: unknown): string {
  return typeof step === 'object' && step !== null && 'params' in step
    ? textOf(step as Estimator)
    : `'${String(step)}'`;
}

/** The parameters of an estimator of the same class that was given none. A seed has no default. */
function defaultsOf(estimator: Estimator): Readonly<Record<string, unknown>> {
  const { constructor: create } = estimator as unknown as {
    constructor: new (params: object, host: object) => Estimator;
  };
  for (const params of [{}, { randomState: 0 }]) {
    try {
      return { ...new create(params, {}).params, randomState: null };
    } catch {
      // One that needs a seed refuses to be made without.
    }
  }
  return {};
}

function isEqual(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function paramText(param: unknown): string {
  if (typeof param === 'string') return `'${param}'`;
  const text = typeof param === 'object' ? JSON.stringify(param) : String(param);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
