import { quote, ValueError } from '../../core/errors.ts';

// A value's bytes, little-endian: uint32 length of a JSON text, the text (UTF-8), then the bytes of all buffers in the
// order in which the text names them. What JSON cannot say is an object with the member '$', which names its kind:
//   {"$":"number","is":"NaN"}   {"$":"undefined"}   {"$":"date","ms":0}   {"$":"map","entries":[[k,v]]}
//   {"$":"set","values":[v]}   {"$":"bytes","as":"Float64Array","length":16}   {"$":"object","entries":[[k,v]]}

const BUFFERS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

type BufferKind = keyof typeof BUFFERS | 'ArrayBuffer';

/** No record of the lab nests deeper; more would only be there to exhaust the stack. */
const MOST_LEVELS = 200;

const TAG = '$';

/** Thrown by `decodeValue` for bytes that `encodeValue` never gives. */
export class UndecodableValueError extends Error {
  override readonly name = 'UndecodableValueError';
}

/**
 * The bytes of a stored value: plain objects, lists, Maps, Sets, Dates, numbers of all kinds, texts and buffers, as
 * IndexedDB keeps them. Equal values give equal bytes; buffers are views, not copies.
 */
export function encodeValue(value: unknown): readonly Uint8Array[] {
  const buffers: Uint8Array[] = [];
  const text = new TextEncoder().encode(JSON.stringify(toJson(value, buffers)));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, text.length, true);
  return [head, text, ...buffers];
}

/** The value that `encodeValue` wrote; an `UndecodableValueError` for anything else. */
export function decodeValue(bytes: Uint8Array): unknown {
  if (bytes.length < 4) throw new UndecodableValueError('a value is cut short');
  const textEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (textEnd > bytes.length) throw new UndecodableValueError('a value is cut short');
  const reader = { bytes, offset: textEnd };
  const value = fromJson(parse(bytes.subarray(4, textEnd)), reader, 0);
  if (reader.offset !== bytes.length)
    throw new UndecodableValueError('a value has bytes that it does not name');
  return value;
}

function toJson(value: unknown, buffers: Uint8Array[]): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { [TAG]: 'number', is: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { [TAG]: 'undefined' };
    case 'object':
      return value === null ? null : objectToJson(value, buffers);
    default:
      throw new ValueError(`${quote(value)} cannot be saved to a file`, 'this is a fault of the lab');
  }
}

function objectToJson(value: object, buffers: Uint8Array[]): unknown {
  const inside = (member: unknown): unknown => toJson(member, buffers);
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof ArrayBuffer) return bufferToJson('ArrayBuffer', new Uint8Array(value), buffers);
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const bytes = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
    return bufferToJson(value.constructor.name as BufferKind, bytes, buffers);
  }
  if (value instanceof Date) return { [TAG]: 'date', ms: inside(value.getTime()) };
  if (value instanceof Map) return { [TAG]: 'map', entries: [...value].map((entry) => entry.map(inside)) };
  if (value instanceof Set) return { [TAG]: 'set', values: [...value].map(inside) };
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    throw new ValueError(
      `a ${value.constructor.name} cannot be saved to a file`,
      'this is a fault of the lab',
    );
  }
  const entries = Object.entries(value).map(([name, member]) => [name, inside(member)] as const);
  // Such an object would be taken for one of the kinds above.
  if (Object.hasOwn(value, TAG)) return { [TAG]: 'object', entries };
  return Object.fromEntries(entries);
}

function bufferToJson(as: BufferKind, bytes: Uint8Array, buffers: Uint8Array[]): unknown {
  buffers.push(bytes);
  return { [TAG]: 'bytes', as, length: bytes.length };
}

interface Reader {
  readonly bytes: Uint8Array;
  offset: number;
}

function parse(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    throw new UndecodableValueError('a value is no JSON text');
  }
}

function fromJson(json: unknown, reader: Reader, level: number): unknown {
  if (level > MOST_LEVELS) throw new UndecodableValueError(`a value has more than ${MOST_LEVELS} levels`);
  if (typeof json !== 'object' || json === null) return json;
  const inside = (member: unknown): unknown => fromJson(member, reader, level + 1);
  if (Array.isArray(json)) return json.map(inside);
  if (Object.hasOwn(json, TAG)) return taggedFromJson(json as Record<string, unknown>, reader, inside);
  // `fromEntries` defines members: one called '__proto__' is a member like any other.
  return Object.fromEntries(Object.entries(json).map(([name, member]) => [name, inside(member)]));
}

function taggedFromJson(
  json: Readonly<Record<string, unknown>>,
  reader: Reader,
  inside: (member: unknown) => unknown,
): unknown {
  switch (json[TAG]) {
    case 'number':
      return numberOf(json.is);
    case 'undefined':
      return undefined;
    case 'date':
      return new Date(inside(json.ms) as number);
    case 'map':
      return new Map(entriesOf(json.entries, inside));
    case 'set':
      return new Set(listOf(json.values).map(inside));
    case 'object':
      return Object.fromEntries(
        entriesOf(json.entries, inside).map(([name, member]) => [String(name), member]),
      );
    case 'bytes':
      return bufferOf(json, reader);
    default:
      throw new UndecodableValueError(`a value is of the unknown kind ${quote(json[TAG])}`);
  }
}

function numberOf(is: unknown): number {
  if (is === '-0' || is === 'NaN' || is === 'Infinity' || is === '-Infinity') return Number(is);
  throw new UndecodableValueError(`${quote(is)} is no number`);
}

function bufferOf({ as, length }: Readonly<Record<string, unknown>>, reader: Reader): unknown {
  const nBytes = Number.isSafeInteger(length) ? (length as number) : -1;
  const end = reader.offset + nBytes;
  if (nBytes < 0 || end > reader.bytes.length) throw new UndecodableValueError('a buffer is cut short');
  const buffer = reader.bytes.slice(reader.offset, end).buffer as ArrayBuffer;
  reader.offset = end;
  if (as === 'ArrayBuffer') return buffer;
  const kind =
    typeof as === 'string' && Object.hasOwn(BUFFERS, as) ? BUFFERS[as as keyof typeof BUFFERS] : null;
  if (kind === null || nBytes % kind.BYTES_PER_ELEMENT !== 0) {
    throw new UndecodableValueError(`${nBytes} bytes are no ${quote(as)}`);
  }
  return new kind(buffer);
}

function entriesOf(json: unknown, inside: (member: unknown) => unknown): [unknown, unknown][] {
  return listOf(json).map((entry) => {
    const [key, value, ...rest] = listOf(entry);
    if (rest.length > 0) throw new UndecodableValueError('an entry has more than a key and a value');
    return [inside(key), inside(value)];
  });
}

function listOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new UndecodableValueError(`${quote(json)} is no list`);
}
