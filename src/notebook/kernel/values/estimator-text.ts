import { LabClassifier } from '../../lab-api/lab-classifier.ts';
import { LabTransformer } from '../../lab-api/lab-transformer.ts';
import { className } from './type-name.ts';

/** An estimator as scikit-learn prints it, `RandomForestClassifier({ maxDepth: 5 })`; null for anything else. */
export function estimatorText(value: object): string | null {
  if (!(value instanceof LabClassifier) && !(value instanceof LabTransformer)) return null;
  const steps = stepsOf(value);
  if (steps !== null) {
    const texts = steps.map(([name, step]) => `['${name}', ${stepText(step)}]`);
    return `${className(value)}([${texts.join(', ')}])`;
  }
  const given = Object.entries(value.params).filter(([, param]) => isWorthShowing(param));
  const texts = given.map(([name, param]) => `${name}: ${paramText(param)}`);
  return `${className(value)}(${texts.length === 0 ? '' : `{ ${texts.join(', ')} }`})`;
}

function stepsOf(value: object): readonly (readonly [string, unknown])[] | null {
  const inner = value instanceof LabClassifier ? value.estimator : (value as LabTransformer).transformer;
  const { steps } = inner as { readonly steps?: readonly (readonly [string, unknown])[] };
  return Array.isArray(steps) ? steps : null;
}

function stepText(step: unknown): string {
  return typeof step === 'string' ? `'${step}'` : className(step as object);
}

function isWorthShowing(param: unknown): boolean {
  return param !== null && param !== undefined && typeof param !== 'function';
}

function paramText(param: unknown): string {
  if (typeof param === 'string') return `'${param}'`;
  const text = typeof param === 'object' ? JSON.stringify(param) : String(param);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
