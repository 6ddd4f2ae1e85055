import { digestOfValue } from '../digest.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import type { Features, Matrix } from '../numeric/matrix.ts';
import type { TaskOptions } from '../task.ts';
import type { Classifier, EstimatorArtifact, Label, Labels, Predictions, Transformer } from './estimator.ts';
import { NotFittedError } from './not-fitted-error.ts';
import { predictBoth } from './predict-both.ts';
import { checkStepNames, checkSteps, flattenParams } from './step-names.ts';

/** One step of a pipeline. Only the last one may be a classifier. */
export type PipelineStep = Transformer | Classifier | 'passthrough';

export interface PipelineArtifact extends EstimatorArtifact {
  readonly kind: 'Pipeline';
  readonly steps: readonly { readonly name: string; readonly step: EstimatorArtifact | 'passthrough' }[];
}

/**
 * Transformers one after the other, then a classifier: what is fitted on the training rows and later sees single
 * requests through the same encoding. Steps are fitted in place, as scikit-learn does. Without a classifier at the
 * end it is itself a transformer.
 */
export class Pipeline implements Classifier, Transformer {
  readonly steps: readonly (readonly [string, PipelineStep])[];
  private isFitted = false;

  constructor(steps: readonly (readonly [string, PipelineStep])[]) {
    checkSteps(steps, { length: 2, example: "['forest', new RandomForestClassifier()]" });
    if (steps.length === 0) throw new ValueError('The pipeline is empty', 'give it at least one step');
    checkStepNames(steps.map(([name]) => name));
    steps.forEach(([name, step], i) => {
      checkStep(name, step, i === steps.length - 1);
    });
    this.steps = steps;
  }

  get params(): Readonly<Record<string, unknown>> {
    return flattenParams(this.steps);
  }

  /** The steps by name. */
  get namedSteps(): Readonly<Record<string, PipelineStep>> {
    return Object.fromEntries(this.steps);
  }

  get classes(): readonly Label[] {
    return this.fittedClassifier('classes').classes;
  }

  /** Progress and cancellation are the last step's. A pipeline whose fit failed or was cancelled is unfitted. */
  async fit(features: Features, labels?: Labels, options: TaskOptions = {}): Promise<this> {
    this.isFitted = false;
    const { classifier } = this;
    const last = this.transformers.at(-1);
    let current = features;
    for (const transformer of this.transformers) {
      await transformer.fit(current, labels);
      if (classifier !== null || transformer !== last) current = transformer.transform(current);
    }
    if (classifier !== null) {
      if (labels === undefined) {
        throw new ValueError('a classifier requires y to be passed, but y is undefined', 'call fit(X, y)');
      }
      await classifier.fit(current, labels, options);
    }
    this.isFitted = true;
    return this;
  }

  async predict(features: Features): Promise<Label[]> {
    return this.fittedClassifier('predict').predict(this.encode(features));
  }

  async predictProba(features: Features): Promise<Matrix> {
    return this.fittedClassifier('predictProba').predictProba(this.encode(features));
  }

  async predictBoth(features: Features): Promise<Predictions> {
    return predictBoth(this.fittedClassifier('predict'), this.encode(features));
  }

  transform(features: Features): Features {
    if (this.classifier !== null) throw lacks('transform', 'it ends in a classifier; use predict');
    this.checkFitted();
    return this.encode(features);
  }

  async fitTransform(features: Features, labels?: Labels): Promise<Features> {
    return (await this.fit(features, labels)).transform(features);
  }

  /** Names of the columns that leave the last transformer. */
  getFeatureNamesOut(inputNames?: readonly string[]): string[] {
    this.checkFitted();
    let names = inputNames;
    for (const transformer of this.transformers) names = transformer.getFeatureNamesOut(names);
    return [...(names ?? [])];
  }

  clone(): Pipeline {
    return new Pipeline(
      this.steps.map(([name, step]) => {
        if (step === 'passthrough') return [name, step];
        if (isClassifier(step)) throw lacks('clone', 'it ends in a classifier; build a new one');
        return [name, step.clone()];
      }),
    );
  }

  toArtifact(): PipelineArtifact {
    this.checkFitted();
    const steps = this.steps.map(([name, step]) => ({
      name,
      step: step === 'passthrough' ? step : step.toArtifact(),
    }));
    return { kind: 'Pipeline', version: 1, params: this.params, steps };
  }

  /** `restore` makes the steps from their artifacts. */
  static fromArtifact(
    artifact: EstimatorArtifact,
    restore: (artifact: EstimatorArtifact) => Transformer | Classifier,
  ): Pipeline {
    const { steps } = artifact as PipelineArtifact;
    const pipeline = new Pipeline(
      steps.map(({ name, step }) => [name, step === 'passthrough' ? step : restore(step)]),
    );
    pipeline.isFitted = true;
    return pipeline;
  }

  digest(): string {
    this.checkFitted();
    const digests = this.steps.map(([name, step]) => {
      if (step === 'passthrough') return [name, step];
      return [name, isClassifier(step) ? step.digest() : digestOfValue(step.toArtifact())];
    });
    return digestOfValue({ kind: 'Pipeline', digests });
  }

  private get transformers(): Transformer[] {
    return this.steps.flatMap(([, step]) => (step === 'passthrough' || isClassifier(step) ? [] : [step]));
  }

  private get classifier(): Classifier | null {
    const step = this.steps.at(-1)![1];
    return step !== 'passthrough' && isClassifier(step) ? step : null;
  }

  private fittedClassifier(member: string): Classifier {
    const { classifier } = this;
    if (classifier === null) throw lacks(member, 'its last step is no classifier; use transform');
    this.checkFitted();
    return classifier;
  }

  private encode(features: Features): Features {
    return this.transformers.reduce((current, transformer) => transformer.transform(current), features);
  }

  private checkFitted(): void {
    if (!this.isFitted) throw new NotFittedError('Pipeline');
  }
}

/** A pipeline has the members of both; it counts as a classifier when it ends in one. */
function isClassifier(step: Transformer | Classifier): step is Classifier {
  if (!(step instanceof Pipeline)) return 'predict' in step;
  const last = step.steps.at(-1)![1];
  return last !== 'passthrough' && isClassifier(last);
}

function checkStep(name: string, step: PipelineStep, isLast: boolean): void {
  if (step === 'passthrough') return;
  const isStep = typeof step === 'object' && step !== null && 'fit' in step;
  if (isStep && (isClassifier(step) ? isLast : 'transform' in step)) return;
  throw new TypeMismatchError(
    `step ${quote(name)} of the pipeline is ${isStep ? 'a classifier, but not the last step' : quote(step)}`,
    "all steps but the last are transformers or 'passthrough', the last may be a classifier",
  );
}

function lacks(member: string, hint: string): TypeMismatchError {
  return new TypeMismatchError(`This Pipeline has no ${member}`, hint);
}
