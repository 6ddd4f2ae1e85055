import type { Features } from '../../core/numeric/matrix.ts';
import { isTable, type Table } from '../../core/table/table.ts';
import { Pipeline as CorePipeline, type PipelineStep } from '../../core/training/pipeline.ts';
import type { ColumnChoice } from '../../core/training/transformers/choose-columns.ts';
import {
  type ColumnStep,
  type ColumnTransformerOptions,
  ColumnTransformer as CoreColumnTransformer,
} from '../../core/training/transformers/column-transformer.ts';
import {
  OneHotEncoder as CoreOneHotEncoder,
  type OneHotEncoderOptions,
} from '../../core/training/transformers/one-hot-encoder.ts';
import {
  SimpleImputer as CoreSimpleImputer,
  type SimpleImputerOptions,
} from '../../core/training/transformers/simple-imputer.ts';
import {
  StandardScaler as CoreStandardScaler,
  type StandardScalerOptions,
} from '../../core/training/transformers/standard-scaler.ts';
import { type AcceptedFeatures, toFeatures } from './accepted.ts';
import { LabClassifier } from './lab-classifier.ts';
import { LabTransformer } from './lab-transformer.ts';
import type { TaskContext } from './task-context.ts';

/** A transformer for some columns, a pipeline of transformers among them, or what else to do with the columns. */
export type LabColumnStep = LabTransformer | LabPipeline | 'passthrough' | 'drop';

/** One step of a pipeline. */
export type LabPipelineStep = LabTransformer | LabClassifier | 'passthrough';

type Wrap = (table: Table) => Table;

/** scikit-learn's transformers and its pipeline by name, bound to this lab; each is documented in core/training. */
export function createTransformers(wrap: Wrap, tasks: TaskContext) {
  return {
    OneHotEncoder: LabOneHotEncoder.bind(null, wrap),
    StandardScaler: LabStandardScaler.bind(null, wrap),
    SimpleImputer: LabSimpleImputer.bind(null, wrap),
    ColumnTransformer: LabColumnTransformer.bind(null, wrap),
    Pipeline: LabPipeline.bind(null, { wrap, tasks }),
  };
}

export class LabOneHotEncoder extends LabTransformer<CoreOneHotEncoder> {
  constructor(wrap: Wrap, options: OneHotEncoderOptions = {}) {
    super(new CoreOneHotEncoder(options), wrap);
  }
}

export class LabStandardScaler extends LabTransformer<CoreStandardScaler> {
  constructor(wrap: Wrap, options: StandardScalerOptions = {}) {
    super(new CoreStandardScaler(options), wrap);
  }
}

export class LabSimpleImputer extends LabTransformer<CoreSimpleImputer> {
  constructor(wrap: Wrap, options: SimpleImputerOptions = {}) {
    super(new CoreSimpleImputer(options), wrap);
  }
}

/** `ColumnTransformer`'s options with the lab's own steps. */
export interface LabColumnTransformerOptions extends Omit<ColumnTransformerOptions, 'remainder'> {
  readonly remainder?: LabColumnStep;
}

export class LabColumnTransformer extends LabTransformer<CoreColumnTransformer> {
  constructor(
    wrap: Wrap,
    steps: readonly (readonly [string, LabColumnStep, ColumnChoice])[],
    options: LabColumnTransformerOptions = {},
  ) {
    const remainder = options?.remainder && { remainder: coreColumnStep(options.remainder) };
    const coreSteps = mapSteps(steps, coreColumnStep) as ConstructorParameters<
      typeof CoreColumnTransformer
    >[0];
    super(
      new CoreColumnTransformer(coreSteps, { ...options, ...remainder } as ColumnTransformerOptions),
      wrap,
    );
  }
}

/** What a pipeline needs of the lab. */
export interface PipelineContext {
  readonly wrap: Wrap;
  readonly tasks: TaskContext;
}

export class LabPipeline extends LabClassifier<CorePipeline> {
  /** The steps by name, as they were given. */
  readonly namedSteps: Readonly<Record<string, LabPipelineStep>>;
  readonly #wrap: Wrap;

  constructor({ wrap, tasks }: PipelineContext, steps: readonly (readonly [string, LabPipelineStep])[]) {
    super(
      new CorePipeline(mapSteps(steps, corePipelineStep) as ConstructorParameters<typeof CorePipeline>[0]),
      tasks,
    );
    this.namedSteps = Object.fromEntries(steps);
    this.#wrap = wrap;
  }

  /** What the rows become, for a pipeline without a classifier. */
  async transform(X: AcceptedFeatures): Promise<Features> {
    const output = this.estimator.transform(toFeatures(X));
    return isTable(output) ? this.#wrap(output) : output;
  }

  getFeatureNamesOut(inputNames?: readonly string[]): string[] {
    return this.estimator.getFeatureNamesOut(inputNames);
  }
}

/** The steps with core's own transformers in them; what has another form is passed on for core to refuse. */
function mapSteps<S>(
  steps: readonly (readonly [string, S, ...unknown[]])[],
  toCore: (step: S) => unknown,
): unknown {
  if (!Array.isArray(steps)) return steps;
  return steps.map((step: unknown) =>
    Array.isArray(step) ? [step[0], toCore(step[1]), ...step.slice(2)] : step,
  );
}

function coreColumnStep(step: LabColumnStep): ColumnStep {
  if (step instanceof LabPipeline) return step.estimator;
  return step instanceof LabTransformer ? step.transformer : step;
}

/** Anything else is passed on for core to refuse by its name. */
function corePipelineStep(step: LabPipelineStep): PipelineStep {
  if (step instanceof LabTransformer) return step.transformer;
  return step instanceof LabClassifier ? step.estimator : step;
}
