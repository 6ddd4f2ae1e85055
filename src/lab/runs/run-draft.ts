import { COURSE_FEATURES } from '../route/course-features.ts';
import {
  ESTIMATOR_NAMES,
  ESTIMATORS,
  type EstimatorName,
  type ParamDefinition,
  type ParamValue,
} from './estimator-definitions.ts';
import { COURSE_SPECIFICATION, type RunSpecification } from './run-specification.ts';

/** What a lab offers to train on. */
export interface RunChoices {
  /** Months with customers and labels, ascending. */
  readonly months: readonly string[];
  /** All 'view:feature' references. */
  readonly features: readonly string[];
}

const RUN_NAMES: Readonly<Record<EstimatorName, string>> = {
  RandomForestClassifier: COURSE_SPECIFICATION.runName,
  LogisticRegression: 'logistic regression',
  MLPClassifier: 'small network',
  DummyClassifier: 'baseline',
};

/**
 * The specification that a form's texts stand for, by field; the course's setting where a field has none. A text that is no
 * number becomes NaN, which `checkSpecification` names.
 */
export function readDraft(textOf: (field: string) => string | null, choices: RunChoices): RunSpecification {
  const named = textOf('estimator');
  const name = ESTIMATOR_NAMES.find((estimator) => estimator === named) ?? 'RandomForestClassifier';
  const number = (field: string, initial: number): number => {
    const text = textOf(field);
    return text === null ? initial : toNumber(text);
  };
  const features = textOf('features');
  return {
    asOf: textOf('asOf') ?? initialMonth(choices.months),
    features: features === null ? initialFeatures(choices.features) : features.split(',').filter(Boolean),
    testSize: number('testSize', COURSE_SPECIFICATION.testSize),
    splitSeed: number('splitSeed', COURSE_SPECIFICATION.splitSeed),
    estimator: {
      name,
      params: Object.fromEntries(
        ESTIMATORS[name].params.map((param) => [param.name, readParam(param, textOf(param.name))]),
      ),
    },
    seed: number('seed', COURSE_SPECIFICATION.seed),
    runName: textOf('runName') ?? RUN_NAMES[name],
  };
}

/** A parameter's value as its field shows it. */
export function paramText(value: ParamValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

function readParam({ kind, initial }: ParamDefinition, text: string | null): ParamValue {
  if (text === null) return initial;
  if (kind === 'choice') return text === '' ? null : text;
  if (kind === 'flag') return text === 'true';
  if (kind !== 'list') return text.trim() === '' ? null : toNumber(text);
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(toNumber);
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function initialMonth(months: readonly string[]): string {
  const { asOf } = COURSE_SPECIFICATION;
  return months.includes(asOf) ? asOf : (months.at(-1) ?? '');
}

function initialFeatures(known: readonly string[]): readonly string[] {
  return COURSE_FEATURES.every((feature) => known.includes(feature)) ? COURSE_FEATURES : known;
}
