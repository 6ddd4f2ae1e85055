/** What a cell may find in its worker besides the language: nothing that reaches out, stores, or starts threads. */
const KEPT_WEB = [
  'self',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
  'structuredClone',
  'atob',
  'btoa',
  'performance',
  'crypto',
  'AbortController',
  'AbortSignal',
  'Blob',
  'Crypto',
  'CryptoKey',
  'SubtleCrypto',
  'DOMException',
  'Event',
  'EventTarget',
  'Headers',
  'Performance',
  // What the lab's own `fetch` makes; alone, it sends nothing.
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'WebAssembly',
  // Only names, without which libraries do not see that they are in a worker.
  'WorkerGlobalScope',
  'DedicatedWorkerGlobalScope',
];

/** The language's own names; those that an engine does not have yet do no harm here. */
const KEPT_LANGUAGE = [
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array'],
  ...['Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array'],
  ...[
    'Float32Array',
    'Float64Array',
    'Function',
    'Int16Array',
    'Int32Array',
    'Int8Array',
    'Intl',
    'Iterator',
  ],
  ...[
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Promise',
    'Proxy',
    'RangeError',
    'ReferenceError',
    'Reflect',
  ],
  ...['RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'Temporal', 'TypeError', 'URIError', 'Uint16Array'],
  ...['Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'SuppressedError'],
  ...['DisposableStack', 'AsyncDisposableStack'],
];

const KEPT = new Set([...KEPT_WEB, ...KEPT_LANGUAGE]);

/** Ways from a harmless object to something that was taken away. */
const KEPT_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  URL: ['createObjectURL', 'revokeObjectURL'],
};

/**
 * Takes everything out of a worker's global scope that a cell has no use for, for good: the names, and the way back from
 * an instance by its `constructor`. What stays of the platform is frozen, so that a cell cannot put itself between the
 * kernel and its port. Gives the names that could not be taken out.
 */
export function hardenScope(scope: object): readonly string[] {
  const stubborn: string[] = [];
  const doomed: (readonly [holder: object, name: string])[] = [];
  const kept: unknown[] = [];
  for (let holder = scope; isOfScope(holder); holder = Object.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (!KEPT.has(name) && !(holder !== scope && name === 'constructor')) doomed.push([holder, name]);
    }
  }
  for (const [holder, name] of doomed) {
    closeWayBack(ownValue(holder, name));
    if (!remove(holder, name)) stubborn.push(name);
  }
  for (const [owner, names] of Object.entries(KEPT_MEMBERS)) {
    const value = ownValue(scope, owner) as object | undefined;
    for (const name of names)
      if (value !== undefined && !remove(value, name)) stubborn.push(`${owner}.${name}`);
  }
  for (const name of KEPT_WEB) kept.push(ownValue(scope, name));
  for (const value of kept) freezeInterface(value);
  freezeChain(scope);
  return stubborn;
}

/** The scope and its prototypes up to, but not including, `EventTarget`, which others inherit from too. */
function isOfScope(holder: object | null): holder is object {
  return holder !== null && holder !== EventTarget.prototype && holder !== Object.prototype;
}

/** The value of a data member; of an accessor nothing, as asking may do something. */
function ownValue(holder: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, name)?.value;
}

/** Whether the name is gone; constants such as `TEMPORARY` cannot be deleted, but numbers lead nowhere. */
function remove(holder: object, name: string): boolean {
  if (Reflect.deleteProperty(holder, name)) return true;
  Reflect.defineProperty(holder, name, { value: undefined, writable: false });
  const { value, get } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
  return get === undefined && Object(value) !== value;
}

/** An instance of a class that was taken away, wherever it came from, does not lead to the class. */
function closeWayBack(value: unknown): void {
  if (typeof value !== 'function') return;
  const { prototype } = value as { readonly prototype?: object };
  if (typeof prototype !== 'object' || prototype === null) return;
  Reflect.defineProperty(prototype, 'constructor', {
    value: undefined,
    writable: false,
    configurable: false,
  });
  Object.freeze(prototype);
}

function freezeInterface(value: unknown): void {
  if (typeof value !== 'function' || value === EventTarget) return;
  const { prototype } = value as { readonly prototype?: object };
  if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype);
  Object.freeze(value);
}

function freezeChain(scope: object): void {
  for (let holder = Object.getPrototypeOf(scope); holder !== null; holder = Object.getPrototypeOf(holder)) {
    if (holder !== Object.prototype) Object.freeze(holder);
  }
}
