import { checkOptions } from '../../check-options.ts';
import { digestOfValue } from '../../digest.ts';
import { quote, TypeMismatchError, ValueError } from '../../errors.ts';
import type { Features } from '../../numeric/matrix.ts';
import { select } from '../../table/select.ts';
import { isTable, type Table } from '../../table/table.ts';
import type { EstimatorArtifact, Labels, Transformer } from '../estimator.ts';
import { NotFittedError } from '../not-fitted-error.ts';
import { checkStepNames, checkSteps, flattenParams } from '../step-names.ts';
import { answerLike, asTable } from './as-table.ts';
import { type ColumnChoice, choosePositions } from './choose-columns.ts';
import { checkSeen, inputNames, type SeenFeatures, seeFeatures } from './seen-features.ts';

/** A transformer for some columns, or what else to do with them. */
export type ColumnStep = Transformer | 'passthrough' | 'drop';

export interface ColumnTransformerOptions {
  /** What to do with the columns that no step names, in input order. Defaults to 'drop'. */
  readonly remainder?: ColumnStep;
  /** Put the step's name before every output name: `cat__net_service_DSL`. Defaults to true. */
  readonly verboseFeatureNamesOut?: boolean;
}

interface Part<S> {
  readonly name: string;
  readonly step: S;
  /** Positions among the columns that `fit` saw. */
  readonly positions: readonly number[];
}

interface Fitted {
  readonly seen: SeenFeatures;
  /** One per step, then the remainder. */
  readonly parts: readonly Part<ColumnStep>[];
}

export interface ColumnTransformerArtifact extends EstimatorArtifact {
  readonly kind: 'ColumnTransformer';
  readonly seen: SeenFeatures;
  readonly verboseFeatureNamesOut: boolean;
  readonly parts: readonly Part<EstimatorArtifact | 'passthrough' | 'drop'>[];
}

/**
 * Gives some columns to each of several transformers and puts their outputs side by side, in the order of the steps, the
 * remainder last. The steps are cloned, so the ones passed in stay unfitted. `transform` finds a table's columns by
 * name: their order does not matter and further columns are ignored. Always dense. Mirrors scikit-learn 1.7.
 */
export class ColumnTransformer implements Transformer {
  readonly params: Readonly<Record<string, unknown>>;
  private readonly steps: readonly (readonly [string, ColumnStep, ColumnChoice])[];
  private readonly remainder: ColumnStep;
  private readonly verboseFeatureNamesOut: boolean;
  private fitted: Fitted | null = null;

  constructor(
    steps: readonly (readonly [string, ColumnStep, ColumnChoice])[],
    options: ColumnTransformerOptions = {},
  ) {
    checkOptions('ColumnTransformer', options, { optional: ['remainder', 'verboseFeatureNamesOut'] });
    checkSteps(steps, { length: 3, example: "['categorical', new OneHotEncoder(), ['column']]" });
    const { remainder = 'drop', verboseFeatureNamesOut = true } = options;
    const named = [...steps.map(([name, step]) => [name, step] as const), ['remainder', remainder] as const];
    checkStepNames(named.map(([name]) => name));
    for (const [, step] of named) checkStep(step);
    this.steps = steps;
    this.remainder = remainder;
    this.verboseFeatureNamesOut = verboseFeatureNamesOut;
    this.params = { ...flattenParams(named), verboseFeatureNamesOut };
  }

  /** The fitted steps by name. */
  get namedTransformers(): Readonly<Record<string, ColumnStep>> {
    return Object.fromEntries(this.state.parts.map(({ name, step }) => [name, step]));
  }

  async fit(features: Features, labels?: Labels): Promise<this> {
    this.fitted = null;
    const seen = seeFeatures(features);
    const table = asTable(features);
    const chosen = this.steps.map(([name, step, choice]) => ({
      name,
      step,
      positions: choosePositions(choice, seen),
    }));
    const taken = new Set(chosen.flatMap(({ positions }) => positions));
    const rest = seen.names.map((_, j) => j).filter((j) => !taken.has(j));
    const parts: Part<ColumnStep>[] = [];
    for (const part of [...chosen, { name: 'remainder', step: this.remainder, positions: rest }]) {
      const columns = columnsAt(table, part.positions, seen);
      parts.push({ ...part, step: await fitStep(part.step, columns, labels) });
    }
    this.fitted = { seen, parts };
    return this;
  }

  transform(features: Features): Features {
    const { seen, parts } = this.state;
    if (!(isTable(features) && seen.named)) checkSeen(features, seen, 'ColumnTransformer');
    const table = isTable(features) && seen.named ? features : renamed(asTable(features), seen);
    checkPresent(table, this.state);
    const outputs = parts.filter(isActive).flatMap(({ step, positions }) => {
      const columns = columnsAt(table, positions, seen);
      const output = step === 'passthrough' ? columns : step.transform(columns);
      return [...asTable(output).columns.values()];
    });
    const names = this.getFeatureNamesOut();
    return answerLike(
      features,
      outputs.map((column, j) => [names[j]!, column]),
      features.nRows,
    );
  }

  async fitTransform(features: Features, labels?: Labels): Promise<Features> {
    return (await this.fit(features, labels)).transform(features);
  }

  getFeatureNamesOut(names?: readonly string[]): string[] {
    const { seen, parts } = this.state;
    const given = inputNames(seen, names);
    const prefixed = parts.filter(isActive).flatMap(({ name, step, positions }) => {
      const inputs = positions.map((position) => given[position]!);
      const outputs = step === 'passthrough' ? inputs : step.getFeatureNamesOut(inputs);
      return this.verboseFeatureNamesOut ? outputs.map((output) => `${name}__${output}`) : outputs;
    });
    if (!this.verboseFeatureNamesOut) checkUnique(prefixed);
    return prefixed;
  }

  clone(): ColumnTransformer {
    return new ColumnTransformer(
      this.steps.map(([name, step, columns]) => [name, cloneStep(step), columns]),
      { remainder: cloneStep(this.remainder), verboseFeatureNamesOut: this.verboseFeatureNamesOut },
    );
  }

  toArtifact(): ColumnTransformerArtifact {
    const { seen, parts } = this.state;
    return {
      kind: 'ColumnTransformer',
      version: 1,
      params: this.params,
      seen,
      verboseFeatureNamesOut: this.verboseFeatureNamesOut,
      parts: parts.map((part) => ({
        ...part,
        step: typeof part.step === 'string' ? part.step : part.step.toArtifact(),
      })),
    };
  }

  /** `restore` makes the steps' transformers from their artifacts. */
  static fromArtifact(
    artifact: EstimatorArtifact,
    restore: (artifact: EstimatorArtifact) => Transformer,
  ): ColumnTransformer {
    const { seen, parts, verboseFeatureNamesOut } = artifact as ColumnTransformerArtifact;
    const restored = parts.map((part) => ({
      ...part,
      step: typeof part.step === 'string' ? part.step : restore(part.step),
    }));
    const steps = restored.map(
      ({ name, step, positions }) =>
        [name, step, seen.named ? positions.map((j) => seen.names[j]!) : positions] as const,
    );
    const transformer = new ColumnTransformer(steps.slice(0, -1), {
      remainder: steps.at(-1)![1],
      verboseFeatureNamesOut,
    });
    transformer.fitted = { seen, parts: restored };
    return transformer;
  }

  digest(): string {
    return digestOfValue(this.toArtifact());
  }

  private get state(): Fitted {
    if (this.fitted === null) throw new NotFittedError('ColumnTransformer');
    return this.fitted;
  }
}

function checkStep(step: ColumnStep): void {
  if (step === 'passthrough' || step === 'drop') return;
  if (typeof step === 'object' && typeof step.fit === 'function' && typeof step.transform === 'function')
    return;
  throw new TypeMismatchError(
    `a step of a ColumnTransformer is ${quote(step)}`,
    "use a transformer with fit and transform, 'passthrough' or 'drop'",
  );
}

function cloneStep(step: ColumnStep): ColumnStep {
  return typeof step === 'string' ? step : step.clone();
}

/** A fitted clone; a transformer without columns has nothing to learn or to add and is dropped. */
async function fitStep(step: ColumnStep, columns: Table, labels: Labels | undefined): Promise<ColumnStep> {
  if (typeof step === 'string') return step;
  return columns.columns.size === 0 ? 'drop' : step.clone().fit(columns, labels);
}

function columnsAt(table: Table, positions: readonly number[], seen: SeenFeatures): Table {
  return select(
    table,
    positions.map((j) => seen.names[j]!),
  );
}

function renamed(table: Table, { names }: SeenFeatures): Table {
  const columns = [...table.columns.values()].map((column, j) => [names[j]!, column] as const);
  return { ...table, columns: new Map(columns) };
}

function isActive(part: Part<ColumnStep>): part is Part<Transformer | 'passthrough'> {
  return part.step !== 'drop';
}

function checkPresent(table: Table, { seen, parts }: Fitted): void {
  const needed = new Set(parts.filter(isActive).flatMap(({ positions }) => positions));
  const missing = [...needed].map((j) => seen.names[j]!).filter((name) => !table.columns.has(name));
  if (missing.length === 0) return;
  throw new ValueError(
    `columns are missing: {${missing.map(quote).join(', ')}}`,
    `the table has ${[...table.columns.keys()].join(', ')}; add the missing ones, as they were in fit`,
  );
}

function checkUnique(names: readonly string[]): void {
  const repeated = names.filter((name, j) => names.indexOf(name) !== j);
  if (repeated.length === 0) return;
  throw new ValueError(
    `Output feature names: [${[...new Set(repeated)].map(quote).join(', ')}] are not unique`,
    'set verboseFeatureNamesOut: true to put the names of the steps before them',
  );
}
