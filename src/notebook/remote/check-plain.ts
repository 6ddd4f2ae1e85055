import { LabError } from '../../core/errors.ts';

/** What one message may hold. */
export interface PlainLimits {
  /** Objects, lists, texts and numbers, counted at every place where they stand. */
  readonly values: number;
  /** Of typed arrays, buffers and texts. */
  readonly bytes: number;
  readonly depth: number;
}

/** Room for a month's files or a table of some million rows, and no more. */
export const CALL_LIMITS: PlainLimits = { values: 2_000_000, bytes: 256 * 2 ** 20, depth: 40 };

/** A value that crossed the channel and may not stay. */
export class RefusedValueError extends LabError {
  override readonly name = 'RefusedValueError';
}

const TYPED_ARRAYS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
];

/**
 * Refuses all but plain data: primitives, dates, lists, plain objects, maps, typed arrays and buffers, within limits.
 * Members may have any name, as columns and params do. Lists have no holes and no other members. A value that refers to itself runs into the depth's limit, one that
 * multiplies by shared members into the count's. O(values), at most the limit.
 */
export function checkPlain(value: unknown, limits: PlainLimits): void {
  let values = 0;
  let bytes = 0;
  const spend = (nBytes: number): void => {
    values++;
    bytes += nBytes;
    if (values > limits.values) throw tooMuch(`more than ${limits.values} values`);
    if (bytes > limits.bytes) throw tooMuch(`more than ${Math.round(limits.bytes / 2 ** 20)} MB`);
  };
  const visit = (member: unknown, depth: number): void => {
    if (depth > limits.depth) throw tooMuch(`values nested deeper than ${limits.depth}`);
    spend(sizeOf(member));
    if (typeof member !== 'object' || member === null || member instanceof Date) {
      checkPrimitive(member);
    } else if (isBinary(member)) {
      checkBinary(member);
    } else if (Array.isArray(member)) {
      if (Object.keys(member).length !== member.length) throw notPlain('a list with holes or names');
      for (const item of member) visit(item, depth + 1);
    } else if (member instanceof Map) {
      if (Object.keys(member).length > 0) throw notPlain('a map with members');
      for (const [key, item] of member) {
        visit(key, depth + 1);
        visit(item, depth + 1);
      }
    } else {
      checkObject(member);
      for (const [key, item] of Object.entries(member)) {
        spend(2 * key.length);
        visit(item, depth + 1);
      }
    }
  };
  visit(value, 0);
}

function sizeOf(member: unknown): number {
  if (typeof member === 'string') return 2 * member.length;
  return isBinary(member) ? member.byteLength : 0;
}

function isBinary(member: unknown): member is ArrayBufferView | ArrayBuffer {
  return ArrayBuffer.isView(member) || member instanceof ArrayBuffer;
}

function checkPrimitive(member: unknown): void {
  if (['bigint', 'symbol', 'function'].includes(typeof member)) throw notPlain(`a ${typeof member}`);
}

/** Views of a kind that core works with, over memory that nobody else holds. */
function checkBinary(binary: ArrayBufferView | ArrayBuffer): void {
  const isKnown =
    binary instanceof ArrayBuffer || TYPED_ARRAYS.some((TypedArray) => binary instanceof TypedArray);
  const buffer = binary instanceof ArrayBuffer ? binary : binary.buffer;
  const { resizable = false } = buffer as { readonly resizable?: boolean };
  if (!isKnown || !(buffer instanceof ArrayBuffer) || resizable)
    throw notPlain('a shared or resizable buffer');
}

function checkObject(member: object): void {
  const prototype: unknown = Object.getPrototypeOf(member);
  if (prototype !== Object.prototype && prototype !== null) {
    throw notPlain(Object.prototype.toString.call(member));
  }
}

function notPlain(what: string): RefusedValueError {
  return new RefusedValueError(
    `${what} cannot leave the notebook's kernel`,
    'give plain values: numbers, texts, lists, objects, dates and typed arrays',
  );
}

function tooMuch(what: string): RefusedValueError {
  return new RefusedValueError(
    `the call holds ${what}`,
    'give less at a time, and nothing that refers to itself',
  );
}
