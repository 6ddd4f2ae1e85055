import type { Features } from '../../core/numeric/matrix.ts';
import { isTable, type Table } from '../../core/table/table.ts';
import type { Transformer } from '../../core/training/estimator.ts';
import { type AcceptedFeatures, type AcceptedVector, toFeatures, toVector } from './accepted.ts';

/** A transformer as cells use it: scikit-learn's methods over one of core's transformers. */
export class LabTransformer<T extends Transformer = Transformer> {
  /** The transformer that does the work. */
  readonly transformer: T;
  readonly #wrap: (table: Table) => Table;

  /** `wrap` gives result tables the forms a cell may ask for. */
  constructor(transformer: T, wrap: (table: Table) => Table) {
    this.transformer = transformer;
    this.#wrap = wrap;
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.transformer.params;
  }

  /** Learns from the rows `X`; gives back itself. */
  async fit(X: AcceptedFeatures, y?: AcceptedVector): Promise<this> {
    await this.transformer.fit(toFeatures(X), y === undefined ? undefined : toVector(y, 'y'));
    return this;
  }

  /** Maps rows as learnt: a table gives a table with named columns, a matrix gives a matrix. */
  async transform(X: AcceptedFeatures): Promise<Features> {
    const output = this.transformer.transform(toFeatures(X));
    return isTable(output) ? this.#wrap(output) : output;
  }

  async fitTransform(X: AcceptedFeatures, y?: AcceptedVector): Promise<Features> {
    return (await this.fit(X, y)).transform(X);
  }

  getFeatureNamesOut(inputNames?: readonly string[]): string[] {
    return this.transformer.getFeatureNamesOut(inputNames);
  }
}
