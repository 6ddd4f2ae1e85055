import { quote, TypeMismatchError } from '../../core/errors.ts';
import { type Cell, type Column, cellAt } from '../../core/table/column.ts';
import { drop, select } from '../../core/table/select.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import { take } from '../../core/table/take.ts';
import { toRows } from '../../core/table/to-rows.ts';
import type { DanfoLoader, DataFrame } from './danfo.ts';

/** A table as cells get it: a `Table` itself, with the three forms a student may ask for. */
export class LabTable implements Table {
  readonly kind = 'table';
  readonly version = 1;
  readonly nRows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly #danfo: DanfoLoader;

  constructor(table: Table, danfo: DanfoLoader) {
    this.nRows = table.nRows;
    this.columns = table.columns;
    this.#danfo = danfo;
  }

  /** The named columns alone, in the order given; names may stand without a list. */
  select(names: readonly string[] | string, ...more: readonly string[]): LabTable {
    return new LabTable(select(this, listOf(names, more)), this.#danfo);
  }

  /** All columns but the named ones, which must be there, as in pandas; names may stand without a list. */
  drop(names: readonly string[] | string, ...more: readonly string[]): LabTable {
    const dropped = listOf(names, more);
    for (const name of dropped) columnOf(this, name);
    return new LabTable(drop(this, dropped), this.#danfo);
  }

  /** The first `nRows` rows; all but the last ones for a negative number, as in pandas. */
  head(nRows = 5): LabTable {
    if (!Number.isInteger(nRows))
      throw new TypeMismatchError(`nRows is ${quote(nRows)}`, 'give a whole number of rows');
    const length = nRows < 0 ? Math.max(0, this.nRows + nRows) : Math.min(nRows, this.nRows);
    const positions = Int32Array.from({ length }, (_, row) => row);
    return new LabTable(take(this, positions), this.#danfo);
  }

  /** The values of one column. */
  column(name: string): Cell[] {
    const column = columnOf(this, name);
    return Array.from({ length: this.nRows }, (_, row) => cellAt(column, row));
  }

  /** The columnar table; copies nothing. */
  toTable(): Table {
    return { kind: 'table', version: 1, nRows: this.nRows, columns: this.columns };
  }

  /** One object per row; nulls are null, timestamps are `Date`s. */
  toRows(): Record<string, Cell>[] {
    return toRows(this);
  }

  /** A danfojs DataFrame; nulls are null, timestamps are `Date`s. Loads danfojs on first use. */
  toDf(): DataFrame {
    const { DataFrame } = this.#danfo();
    const columns = [...this.columns.keys()];
    // danfojs refuses columns without a value.
    if (this.nRows === 0) return new DataFrame([], { columns });
    const cells = columns.map((name) => this.column(name));
    // It tells an object of columns by its `constructor`, which here is one of them.
    if (this.columns.has('constructor')) {
      const rows = Array.from({ length: this.nRows }, (_, row) => cells.map((column) => column[row]));
      return new DataFrame(rows, { columns });
    }
    return new DataFrame(Object.fromEntries(columns.map((name, i) => [name, cells[i]!])));
  }
}

function listOf(names: readonly string[] | string, more: readonly string[]): readonly string[] {
  const list: readonly unknown[] = [...(Array.isArray(names) ? names : [names]), ...more];
  const odd = list.find((name) => typeof name !== 'string');
  if (odd !== undefined || list.includes(undefined))
    throw new TypeMismatchError(`a column's name is ${quote(odd)}`, 'give names as texts, or a list of them');
  return list as readonly string[];
}
