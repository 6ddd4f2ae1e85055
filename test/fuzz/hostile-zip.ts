import { zipSync } from 'fflate';
import type { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { type Damaged, damage, join, pick } from './damage.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const OUTSIDE = ['../users.csv', '/users.csv', 'a/../../users.csv', 'C:\\users.csv', '..\\users.csv'];
const END_OF_DIRECTORY = 22;

/** One way to make an archive that lies about itself, from the files of an honest one. */
const HOSTILE: Readonly<Record<string, (files: Files, random: MersenneTwister) => Uint8Array>> = {
  'a name that leads out': (files, random) =>
    zipSync({ ...files, [pick(OUTSIDE, random)]: files['users.csv']! }),
  'a file that unpacks to a thousand times its size': (files) => join(zipSync(files), bomb()),
  'the same name twice': (files) => join(withoutDirectory(zipSync(files)), zipSync(files)),
  'a file of another content under the same name': (files, random) => {
    const other = { 'users.csv': damage(files['users.csv']!, random).bytes };
    return join(withoutDirectory(zipSync(files)), zipSync(other));
  },
  'sizes of zip64 that are not true': (files, random) => {
    const bytes = zipSync(files);
    const view = new DataView(bytes.buffer);
    // The local header's packed and unpacked size: 'see the zip64 field', which is not there.
    view.setUint32(18, 0xffffffff, true);
    if (random.bounded(1) === 0) view.setUint32(22, 0xffffffff, true);
    return bytes;
  },
  'an unpacked size that is not true': (files, random) => {
    const bytes = zipSync(files);
    new DataView(bytes.buffer).setUint32(22, pick([0, 1, 0x7fffffff], random), true);
    return bytes;
  },
  'a method that there is not': (files, random) => {
    const bytes = zipSync(files);
    new DataView(bytes.buffer).setUint16(8, random.randint(1, 100), true);
    return bytes;
  },
  'encrypted files': (files) => {
    const bytes = zipSync(files);
    new DataView(bytes.buffer).setUint16(6, 1, true);
    return bytes;
  },
  'an archive inside, by a table’s name': (files) => zipSync({ ...files, 'labels.csv': zipSync(files) }),
  'two thousand files': (files) => {
    const many = Array.from({ length: 2000 }, (_, i) => [`${i}/users.csv`, files['users.csv']!] as const);
    return zipSync(Object.fromEntries(many), { level: 0 });
  },
};

/** An archive of these files that lies, and how. */
export function hostileZip(files: Files, random: MersenneTwister): Damaged {
  const how = pick(Object.keys(HOSTILE), random);
  return { bytes: HOSTILE[how]!(files, random), how };
}

let packedBomb: Uint8Array | null = null;

/** Made once: it takes longer to pack than to refuse. */
function bomb(): Uint8Array {
  packedBomb ??= zipSync({ 'usage_agg_30d.csv': new Uint8Array(150_000_000).fill(65) }, { level: 9 });
  return packedBomb;
}

function withoutDirectory(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  return bytes.subarray(0, view.getUint32(bytes.length - END_OF_DIRECTORY + 16, true));
}
