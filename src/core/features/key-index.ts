import { type Column, isNull, type StringColumn } from '../table/column.ts';
import { createNumberIndex, type NumberIndex } from './number-index.ts';

/**
 * The distinct key tuples of some rows, numbered from 0 by first occurrence. Tuples are compared value by value,
 * never as joined text (stack semantics P16). A row with a null in its key has id −1 and is never found.
 */
export interface KeyIndex {
  readonly nKeys: number;
  /** Per indexed row the id of its key tuple. */
  readonly ids: Int32Array;
  /** Per row of `columns` (same order and types as indexed) the id of its tuple, −1 where it is not indexed. */
  find(columns: readonly Column[], nRows: number): Int32Array;
}

/** How nulls in keys compare: never equal, as in SQL, or equal to each other, as in pandas. */
export interface KeyIndexOptions {
  readonly nullsMatch?: boolean;
}

/** One column's values as dense codes. */
interface Coder {
  readonly nCodes: number;
  readonly codes: Int32Array;
  find(column: Column): Int32Array;
}

/** Indexes the key tuples of `nRows` rows; with no column all rows share the empty tuple. O(rows × columns). */
export function indexKeys(
  columns: readonly Column[],
  nRows: number,
  { nullsMatch = false }: KeyIndexOptions = {},
): KeyIndex {
  const [first, ...others] = columns.map((column) =>
    nullsMatch ? withNullCode(codeColumn(column), column) : codeColumn(column),
  );
  if (first === undefined) {
    return { nKeys: 1, ids: new Int32Array(nRows), find: (_columns, n) => new Int32Array(n) };
  }
  let ids = first.codes;
  let nKeys = first.nCodes;
  const pairs: { readonly index: NumberIndex; readonly coder: Coder }[] = [];
  for (const coder of others) {
    const index = createNumberIndex(pairCodes(ids, coder.codes, coder.nCodes));
    pairs.push({ index, coder });
    ids = index.ids;
    nKeys = index.size;
  }
  const find = (wanted: readonly Column[]): Int32Array =>
    pairs.reduce(
      (found, { index, coder }, k) =>
        index.find(pairCodes(found, coder.find(wanted[k + 1] as Column), coder.nCodes)),
      first.find(wanted[0] as Column),
    );
  return { nKeys, ids, find };
}

/** Two dense codes as one number, exact below 2^53 (67 million rows on both sides); NaN where one is missing. */
function pairCodes(left: Int32Array, right: Int32Array, nRight: number): Float64Array {
  const pairs = new Float64Array(left.length);
  for (let row = 0; row < pairs.length; row++) {
    const a = left[row] as number;
    const b = right[row] as number;
    pairs[row] = a < 0 || b < 0 ? Number.NaN : a * nRight + b;
  }
  return pairs;
}

function codeColumn(column: Column): Coder {
  return column.dtype === 'string' ? codeStrings(column) : codeNumbers(column);
}

function codeNumbers(column: Column): Coder {
  const index = createNumberIndex(column.values, column.nulls);
  return {
    nCodes: index.size,
    codes: index.ids,
    find: (wanted) => index.find(wanted.values, wanted.nulls),
  };
}

/** Codes texts by their place in the dictionary, which holds each text once: no text is looked at but to find. */
function codeStrings(column: StringColumn): Coder {
  const codeOfPlace = new Int32Array(column.dictionary.length).fill(-1);
  const codes = new Int32Array(column.values.length);
  let nCodes = 0;
  for (let row = 0; row < codes.length; row++) {
    if (column.nulls !== null && column.nulls[row] === 1) {
      codes[row] = -1;
      continue;
    }
    const place = column.values[row] as number;
    let code = codeOfPlace[place] as number;
    if (code === -1) {
      code = nCodes++;
      codeOfPlace[place] = code;
    }
    codes[row] = code;
  }
  let codeOfText: Map<string, number> | null = null;
  const translate = (dictionary: readonly string[]): Int32Array => {
    if (isPrefix(dictionary, column.dictionary)) return codeOfPlace;
    codeOfText ??= codesByText(column.dictionary, codeOfPlace);
    return translateTexts(dictionary, codeOfText);
  };
  return { nCodes, codes, find: (wanted) => findStrings(wanted, translate) };
}

function codesByText(dictionary: readonly string[], codeOfPlace: Int32Array): Map<string, number> {
  const codeOfText = new Map<string, number>();
  for (let place = 0; place < dictionary.length; place++) {
    codeOfText.set(dictionary[place] as string, codeOfPlace[place] as number);
  }
  return codeOfText;
}

function translateTexts(dictionary: readonly string[], codeOfText: ReadonlyMap<string, number>): Int32Array {
  const codes = new Int32Array(dictionary.length);
  for (let place = 0; place < codes.length; place++) {
    codes[place] = codeOfText.get(dictionary[place] as string) ?? -1;
  }
  return codes;
}

/** Whether both dictionaries have the same texts in the same places as far as the first one goes. */
function isPrefix(dictionary: readonly string[], other: readonly string[]): boolean {
  if (dictionary === other) return true;
  return dictionary.length <= other.length && dictionary.every((text, place) => text === other[place]);
}

function findStrings(column: Column, translate: (dictionary: readonly string[]) => Int32Array): Int32Array {
  const codes = new Int32Array(column.values.length);
  if (column.dtype !== 'string') return codes.fill(-1);
  const codeOfPlace = translate(column.dictionary);
  for (let row = 0; row < codes.length; row++) {
    const isMissing = column.nulls !== null && column.nulls[row] === 1;
    codes[row] = isMissing ? -1 : (codeOfPlace[column.values[row] as number] as number);
  }
  return codes;
}

/** Gives nulls a code of their own, one past the others. */
function withNullCode(coder: Coder, column: Column): Coder {
  const nullCode = coder.nCodes;
  const fill = (codes: Int32Array, coded: Column): Int32Array =>
    coded.nulls === null ? codes : codes.map((code, row) => (isNull(coded, row) ? nullCode : code));
  return {
    nCodes: nullCode + 1,
    codes: fill(coder.codes, column),
    find: (wanted) => fill(coder.find(wanted), wanted),
  };
}
