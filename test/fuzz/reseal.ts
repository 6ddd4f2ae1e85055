import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { checksumOf } from '../../src/notebook/report/report-file.ts';
import { MAGIC } from '../../src/storage/backup/backup-format.ts';
import { encodeValue } from '../../src/storage/backup/stored-value.ts';
import { type Damaged, damage, join } from './damage.ts';

/** A backup with one record damaged and the digest made right again, as someone who knows the form would. */
export function resealBackup(file: Uint8Array, random: MersenneTwister): Damaged {
  const frames = framesOf(gunzipSync(file.subarray(MAGIC.length))).slice(0, -1);
  const at = random.bounded(frames.length - 1);
  const { bytes, how } = damage(frames[at]!, random);
  const content = join(...frames.with(at, bytes).map(frame));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const end = frame(join(...encodeValue({ kind: 'end', sha256 })));
  const magic = new TextEncoder().encode(MAGIC);
  return { bytes: join(magic, gzipSync(join(content, end))), how: `${how}, in frame ${at}, resealed` };
}

/** A hand-in with its content damaged and the checksum made right again. */
export function resealReport(file: Uint8Array, random: MersenneTwister): Damaged {
  const { bytes, how } = damage(inflateRawSync(file.subarray(file.indexOf(10) + 1)), random);
  const packed = deflateSync(bytes);
  const head = new TextEncoder().encode(`SFLAB 1 ${checksumOf(packed, 1)}\n`);
  return { bytes: join(head, packed), how: `${how}, resealed` };
}

function framesOf(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at, true);
    frames.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return frames;
}

function frame(bytes: Uint8Array): Uint8Array {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, bytes.length, true);
  return join(head, bytes);
}
