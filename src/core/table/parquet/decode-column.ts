import type { DecodedArray, SchemaElement } from 'hyparquet';
import { quote, ValueError } from '../../errors.ts';
import type { Column, Dtype } from '../column.ts';

/**
 * How the lab holds a Parquet column; null for types it has no place for (lists, structs, times of day,
 * intervals). Dates become 'YYYY-MM-DD' texts, as in a CSV file, and decimals become doubles.
 */
export function dtypeOfElement(element: SchemaElement): Dtype | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (element.num_children || element.repetition_type === 'REPEATED') return null;
  if (converted?.startsWith('TIME_') || converted === 'INTERVAL' || logical?.type === 'TIME') return null;
  if (type === 'INT96' || converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP')
    return 'timestamp';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'string';
  if (converted === 'DECIMAL' || logical?.type === 'FLOAT16') return 'float64';
  if (type === 'INT32' || type === 'INT64') return 'int64';
  if (type === 'FLOAT' || type === 'DOUBLE') return 'float64';
  if (type === 'BOOLEAN') return 'bool';
  return type === 'BYTE_ARRAY' || logical?.type === 'UUID' ? 'string' : null;
}

/** One column from its decoded chunks, in file order. O(rows). A whole number past 2^53 is a `ValueError`. */
export function decodeColumn(element: SchemaElement, chunks: readonly DecodedArray[], nRows: number): Column {
  const dtype = dtypeOfElement(element) as Dtype;
  const nulls = findNulls(chunks, nRows);
  if (dtype === 'string') return { dtype, ...decodeStrings(chunks, nRows), nulls };
  if (dtype === 'bool') return { dtype, values: fill(new Uint8Array(nRows), chunks, Number), nulls };
  const values = fill(new Float64Array(nRows), chunks, numberReader(element, dtype));
  return { dtype, values, nulls };
}

function findNulls(chunks: readonly DecodedArray[], nRows: number): Uint8Array | null {
  let nulls: Uint8Array | null = null;
  let offset = 0;
  for (const chunk of chunks) {
    if (Array.isArray(chunk)) {
      for (let i = 0; i < chunk.length; i++) {
        if (chunk[i] !== null && chunk[i] !== undefined) continue;
        nulls ??= new Uint8Array(nRows);
        nulls[offset + i] = 1;
      }
    }
    offset += chunk.length;
  }
  return nulls;
}

function decodeStrings(chunks: readonly DecodedArray[], nRows: number) {
  const codes = new Map<string, number>();
  const values = fill(new Int32Array(nRows), chunks, (text) => {
    let code = codes.get(text as string);
    if (code === undefined) {
      code = codes.size;
      codes.set(text as string, code);
    }
    return code;
  });
  return { values, dictionary: [...codes.keys()] };
}

function numberReader(element: SchemaElement, dtype: Dtype): (value: unknown) => number {
  if (element.converted_type === 'DECIMAL') {
    // The reader scales by a rounded power of ten; dividing gives the double nearest to the written decimal.
    const factor = 10 ** (element.scale ?? 0);
    return (value) => Math.round((value as number) * factor) / factor;
  }
  if (dtype !== 'int64') return Number;
  return (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    throw new ValueError(
      `column ${quote(element.name)} holds ${String(value)}, which is past 2^53`,
      'store identifiers this long as text',
    );
  };
}

function fill<A extends Float64Array | Int32Array | Uint8Array>(
  values: A,
  chunks: readonly DecodedArray[],
  read: (value: unknown) => number,
): A {
  let offset = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++) {
      const value: unknown = chunk[i];
      if (value !== null && value !== undefined) values[offset + i] = read(value);
    }
    offset += chunk.length;
  }
  return values;
}
