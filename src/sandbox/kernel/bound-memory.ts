import { LabError } from '../../core/errors.ts';

/** Memory for buffers, in bytes. */
export interface MemoryLimits {
  /** Of one buffer. */
  readonly single: number;
  /** Of all that are still in use. */
  readonly total: number;
  /** Buffers from this size on are counted. */
  readonly counted: number;
}

/** A cell wanted more memory than it may have; Python's name. */
export class MemoryLimitError extends LabError {
  override readonly name = 'MemoryError';
}

const MB = 2 ** 20;

export const MEMORY_LIMITS: MemoryLimits = { single: 1024 * MB, total: 2048 * MB, counted: MB };

const NAMES = [
  'ArrayBuffer',
  ...[
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
  ],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];

/**
 * Bounds what cells may allocate as buffers, with a clear error: it takes over the constructors in the global scope. A
 * guard against mistakes, not a wall: other objects, and buffers made on other ways, are bounded by the browser alone. In
 * one stretch without a pause nothing counts as freed.
 */
export function boundMemory(scope: object, limits: MemoryLimits = MEMORY_LIMITS): void {
  const constructors = scope as Record<string, BufferConstructor | undefined>;
  let total = 0;
  const freed = new FinalizationRegistry<number>((bytes) => {
    total -= bytes;
  });
  const check = (bytes: number): void => {
    if (bytes > limits.single) throw tooMuch(`one buffer of ${inMb(bytes)}`, limits.single);
    if (bytes >= limits.counted && total + bytes > limits.total) {
      throw tooMuch(`buffers of ${inMb(total + bytes)} in all`, limits.total);
    }
  };
  for (const name of NAMES) {
    const native = constructors[name];
    if (native === undefined) continue;
    const guarded: BufferConstructor = new Proxy(native, {
      construct(target, args, newTarget) {
        const [first] = args;
        if (typeof first === 'number') check(first * (target.BYTES_PER_ELEMENT ?? 1));
        const made = Reflect.construct(target, args, newTarget === guarded ? target : newTarget) as
          | ArrayBuffer
          | ArrayBufferView<ArrayBuffer>;
        const buffer = 'buffer' in made ? made.buffer : made;
        // A view onto a buffer that is there already takes no more.
        if (buffer.byteLength >= limits.counted && buffer !== first) {
          total += buffer.byteLength;
          freed.register(buffer, buffer.byteLength);
        }
        return made;
      },
    });
    constructors[name] = guarded;
  }
}

type BufferConstructor = (new (...args: unknown[]) => object) & { readonly BYTES_PER_ELEMENT?: number };

function tooMuch(what: string, limit: number): MemoryLimitError {
  return new MemoryLimitError(
    `${what} would be more than the ${inMb(limit)} that a notebook has`,
    'work on fewer rows at a time, or restart the kernel to free what earlier cells hold',
  );
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}
