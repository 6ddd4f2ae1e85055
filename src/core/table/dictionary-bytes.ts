const LARGE = 1 << 16;
const MOST_RECENT = 8;

/** The bytes of dictionaries in use, as long as they are in use. */
const bytesOf = new WeakMap<readonly string[], Uint8Array>();
/** The large dictionaries last written or read for the first time, the latest first. */
let recent: readonly WeakRef<readonly string[]>[] = [];

/** A dictionary as UTF-8 JSON, the same bytes for the same texts. Written once for each array in use. */
export function encodeDictionary(dictionary: readonly string[]): Uint8Array {
  const known = bytesOf.get(dictionary);
  if (known !== undefined) return known;
  const bytes = new TextEncoder().encode(JSON.stringify(dictionary));
  const equal = findRecent(bytes);
  if (equal === undefined) remember(dictionary, bytes);
  else bytesOf.set(dictionary, equal.bytes);
  return bytes;
}

/**
 * The texts that `encodeDictionary` wrote. The tables of a month list the same customers, so a large dictionary that is
 * in use already comes back as the very array: its texts are held once, and comparing it is comparing references.
 */
export function decodeDictionary(bytes: Uint8Array): readonly string[] {
  const equal = findRecent(bytes);
  if (equal !== undefined) return equal.dictionary;
  const dictionary = parseTexts(new TextDecoder().decode(bytes));
  remember(dictionary, bytes);
  return dictionary;
}

/** Without a backslash every quote ends or begins a text: cutting is far cheaper than parsing. */
function parseTexts(json: string): readonly string[] {
  if (json.length < LARGE || json.includes('\\')) return JSON.parse(json) as string[];
  return json.slice(2, -2).split('","');
}

function remember(dictionary: readonly string[], bytes: Uint8Array): void {
  if (bytes.length < LARGE) return;
  // A copy, as the bytes may be a small part of a large buffer.
  bytesOf.set(dictionary, bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());
  recent = [new WeakRef(dictionary), ...recent.slice(0, MOST_RECENT - 1)];
}

function findRecent(bytes: Uint8Array): { dictionary: readonly string[]; bytes: Uint8Array } | undefined {
  if (bytes.length < LARGE) return undefined;
  for (const reference of recent) {
    const dictionary = reference.deref();
    const known = dictionary && bytesOf.get(dictionary);
    if (dictionary !== undefined && known !== undefined && areEqual(known, bytes)) {
      return { dictionary, bytes: known };
    }
  }
  return undefined;
}

/** A word at a time where both begin at one, as the columns of a packed table do. */
function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  const { length } = left;
  if (length !== right.length) return false;
  const isAligned = (left.byteOffset | right.byteOffset) % 4 === 0;
  const nWords = isAligned ? Math.floor(length / 4) : 0;
  const leftWords = new Int32Array(left.buffer, nWords > 0 ? left.byteOffset : 0, nWords);
  const rightWords = new Int32Array(right.buffer, nWords > 0 ? right.byteOffset : 0, nWords);
  for (let i = 0; i < nWords; i++) if (leftWords[i] !== rightWords[i]) return false;
  for (let i = nWords * 4; i < length; i++) if (left[i] !== right[i]) return false;
  return true;
}
