import type { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';

/** One way to damage a file's bytes. */
type Damage = (bytes: Uint8Array, random: MersenneTwister) => Uint8Array;

/** What files carry where they carry a count, and what readers must not believe of it. */
const COUNTS = [0xffffffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0x10000, 0];

/** What means something in one of the formats: quotes, separators, brackets, escapes, fences, bytes that are no UTF-8. */
const FRAGMENTS = [
  ...['"', '""', ',', '\n', '\r', ';', '\0', '\ufeff', '{', '[', ']}', '\\u0000', '\\', '---\n', '```js\n'],
  ...[
    '1e999',
    '-0',
    'NaN',
    '9007199254740993',
    '__proto__',
    '"__proto__":{},',
    '../',
    '<script>',
    '&a',
    '*a',
  ],
].map((text) => new TextEncoder().encode(text));
FRAGMENTS.push(Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xc0, 0x80), Uint8Array.of(0xed, 0xa0, 0x80));

const DEEP = 20_000;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'bits flipped': (bytes, random) => {
    const damaged = bytes.slice();
    for (let n = random.randint(1, 9); n > 0; n--)
      damaged[random.bounded(bytes.length - 1)]! ^= 1 << random.bounded(7);
    return damaged;
  },
  'cut off': (bytes, random) => bytes.slice(0, random.bounded(bytes.length - 1)),
  'head lost': (bytes, random) => bytes.slice(random.randint(1, Math.min(bytes.length, 64) + 1)),
  'head damaged': (bytes, random) => overwrite(bytes, random.bounded(Math.min(bytes.length - 1, 15)), random),
  'foot damaged': (bytes, random) =>
    overwrite(bytes, Math.max(0, bytes.length - 1 - random.bounded(63)), random),
  'part lost': (bytes, random) => {
    const [from, to] = rangeOf(bytes, random);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  'part doubled': (bytes, random) => {
    const [from, to] = rangeOf(bytes, random);
    return join(bytes.subarray(0, to), bytes.subarray(from));
  },
  'part repeated a thousand times': (bytes, random) => {
    const from = random.bounded(bytes.length - 1);
    const part = bytes.subarray(from, from + random.randint(1, 40));
    return join(bytes.subarray(0, from), ...Array<Uint8Array>(1000).fill(part), bytes.subarray(from));
  },
  'parts swapped': (bytes, random) => {
    const [from, to] = rangeOf(bytes, random);
    return join(bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from));
  },
  'fragment put in': (bytes, random) => {
    const at = random.bounded(bytes.length - 1);
    return join(bytes.subarray(0, at), pick(FRAGMENTS, random), bytes.subarray(at));
  },
  'huge count': (bytes, random) => {
    const damaged = bytes.slice();
    const at = random.bounded(Math.max(0, bytes.length - 4));
    if (bytes.length >= 4) new DataView(damaged.buffer).setUint32(at, pick(COUNTS, random), true);
    return damaged;
  },
  'nested deep': (bytes, random) => {
    const at = random.bounded(bytes.length - 1);
    const [open, close] = pick(
      [
        ['[', ']'],
        ['{"a":', '}'],
        ['> ', ''],
        ['- ', ''],
        ['(', ')'],
      ],
      random,
    );
    const encode = (text: string) => new TextEncoder().encode(text.repeat(DEEP));
    const end = random.bounded(1) === 0 ? encode(close!) : new Uint8Array();
    return join(bytes.subarray(0, at), encode(open!), end, bytes.subarray(at));
  },
};

/** What was made of a file, and how. */
export interface Damaged {
  readonly bytes: Uint8Array;
  readonly how: string;
}

/** The file with one to three kinds of damage. */
export function damage(bytes: Uint8Array, random: MersenneTwister): Damaged {
  const names = Array.from({ length: random.randint(1, 4) }, () => pick(Object.keys(DAMAGES), random));
  let damaged = bytes;
  for (const name of names) if (damaged.length > 0) damaged = DAMAGES[name]!(damaged, random);
  return { bytes: damaged, how: names.join(', ') };
}

/** One of the items. */
export function pick<T>(items: readonly T[], random: MersenneTwister): T {
  return items[random.bounded(items.length - 1)]!;
}

/** The parts end to end. */
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function overwrite(bytes: Uint8Array, from: number, random: MersenneTwister): Uint8Array {
  const damaged = bytes.slice();
  for (let i = from; i < Math.min(from + random.randint(1, 5), bytes.length); i++)
    damaged[i] = random.bounded(255);
  return damaged;
}

function rangeOf(bytes: Uint8Array, random: MersenneTwister): readonly [from: number, to: number] {
  const from = random.bounded(bytes.length - 1);
  return [from, Math.min(bytes.length, from + random.randint(1, Math.max(2, bytes.length >> 2)))];
}
