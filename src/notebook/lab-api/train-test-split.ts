import { checkOptions } from '../../core/check-options.ts';
import { quote, TypeMismatchError, ValueError } from '../../core/errors.ts';
import { isMatrix, type Matrix } from '../../core/numeric/matrix.ts';
import { isTable, type Table } from '../../core/table/table.ts';
import { take } from '../../core/table/take.ts';
import { checkOneOf, checkRandomState } from '../../core/training/check-params.ts';
import { type SplitOptions, trainTestSplitIndices } from '../../core/training/split.ts';
import {
  type AcceptedTable,
  type AcceptedVector,
  checkMatrix,
  refusePromise,
  toTable,
  toVector,
} from './accepted.ts';
import { type DataFrame, isDataFrame, isSeries } from './danfo.ts';
import type { LabTable } from './lab-table.ts';

/** Something with rows that can be split. */
export type Splittable = AcceptedTable | AcceptedVector | Matrix;

/** Options as a cell gives them; without `randomState` the split differs from call to call. */
export interface TrainTestSplitOptions extends Omit<SplitOptions, 'randomState' | 'stratify'> {
  readonly randomState?: number | null;
  readonly stratify?: AcceptedVector | null;
}

/** What the split needs of the lab: a seed where none is given, and the forms of a result table. */
export interface SplitContext {
  readonly entropy: () => number;
  readonly wrap: (table: Table) => Table;
}

/** Half of an input: tables come back as lab tables, everything else in its own form. */
export type SplitHalf<T> = T extends Table | DataFrame ? LabTable : T;

/** The split as cells see it: two halves per input, in the order of the inputs. */
export interface TrainTestSplit {
  /**
   * `trainTestSplit(X, y, …, options)` → `[XTrain, XTest, yTrain, yTest, …]`: all inputs split by the same rows.
   * Tables and DataFrames give lab tables, arrays give arrays of their kind, matrices give matrices.
   */
  <X extends Splittable, Y extends Splittable>(
    X: X,
    y: Y,
    options?: TrainTestSplitOptions,
  ): [XTrain: SplitHalf<X>, XTest: SplitHalf<X>, yTrain: SplitHalf<Y>, yTest: SplitHalf<Y>];
  <X extends Splittable>(X: X, options?: TrainTestSplitOptions): [train: SplitHalf<X>, test: SplitHalf<X>];
  (...inputs: (Splittable | TrainTestSplitOptions)[]): unknown[];
}

const SPLIT_OPTIONS = ['testSize', 'trainSize', 'randomState', 'stratify', 'shuffle'];

/** The two functions that split rows, as scikit-learn's `train_test_split` does. */
export function createSplit({ entropy, wrap }: SplitContext) {
  const indices = (n: number, options: TrainTestSplitOptions = {}): [Int32Array, Int32Array] => {
    const { stratify, randomState, ...rest } = checkOptions('trainTestSplit', options, {
      optional: SPLIT_OPTIONS,
    });
    checkRandomState(randomState ?? null);
    checkOneOf('shuffle', rest.shuffle, [true, false]);
    if (!Number.isSafeInteger(n) || n < 0) {
      throw new TypeMismatchError(`n is ${quote(n)}`, 'give the number of rows');
    }
    return trainTestSplitIndices(n, {
      ...rest,
      randomState: randomState ?? entropy(),
      ...(stratify === undefined || stratify === null ? {} : { stratify: toVector(stratify, 'stratify') }),
    });
  };
  return {
    /** Row numbers `[train, test]` of `n` rows. */
    trainTestSplitIndices: indices,

    /** Splits inputs by the same rows, see `TrainTestSplit`. */
    trainTestSplit: ((...inputs: (Splittable | TrainTestSplitOptions)[]): unknown[] => {
      const last = inputs.at(-1);
      const options = isOptions(last) ? last : {};
      const arrays = (isOptions(last) ? inputs.slice(0, -1) : inputs) as Splittable[];
      const [first] = arrays;
      if (first === undefined) {
        throw new ValueError('at least one array required as input', 'call trainTestSplit(X, y, { … })');
      }
      const rows = arrays.map((array) => rowsOf(array, wrap));
      const n = rows[0]!.nRows;
      const odd = rows.find(({ nRows }) => nRows !== n);
      if (odd !== undefined) {
        throw new ValueError(
          `Found input variables with inconsistent numbers of samples: [${rows.map(({ nRows }) => nRows).join(', ')}]`,
          'all inputs need one entry per row, in the same order',
        );
      }
      const [train, test] = indices(n, options);
      return rows.flatMap(({ take: takeRows }) => [takeRows(train), takeRows(test)]);
    }) as TrainTestSplit,
  };
}

interface Rows {
  readonly nRows: number;
  take(positions: Int32Array): unknown;
}

function rowsOf(input: Splittable, wrap: SplitContext['wrap']): Rows {
  if (isTable(input) || isDataFrame(input)) return tableRows(toTable(input), wrap);
  if (isSeries(input)) return arrayRows(input.values as unknown[]);
  if (isMatrix(input) && !Array.isArray(input)) return matrixRows(checkMatrix(input));
  if (ArrayBuffer.isView(input) || Array.isArray(input)) return arrayRows(input as unknown as unknown[]);
  refusePromise(input, 'an input');
  throw new TypeMismatchError(`${quote(input)} has no rows to split`, 'give tables, arrays or matrices');
}

function tableRows(table: Table, wrap: SplitContext['wrap']): Rows {
  return { nRows: table.nRows, take: (positions) => wrap(take(table, positions)) };
}

function arrayRows(values: unknown[] | Float64Array): Rows {
  return {
    nRows: values.length,
    take: (positions) => {
      if (Array.isArray(values)) return Array.from(positions, (position) => values[position]);
      const taken = new (values.constructor as Float64ArrayConstructor)(positions.length);
      return taken.map((_, i) => values[positions[i]!]!);
    },
  };
}

function matrixRows({ data, nRows, nCols }: Matrix): Rows {
  return {
    nRows,
    take: (positions) => {
      const taken = new (data.constructor as Float64ArrayConstructor)(positions.length * nCols);
      positions.forEach((position, i) => {
        taken.set(data.subarray(position * nCols, (position + 1) * nCols), i * nCols);
      });
      return { data: taken, nRows: positions.length, nCols };
    },
  };
}

function isOptions(value: unknown): value is TrainTestSplitOptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return false;
  if (value instanceof Promise) return false;
  return !isTable(value) && !isDataFrame(value) && !isSeries(value) && !isMatrix(value);
}
