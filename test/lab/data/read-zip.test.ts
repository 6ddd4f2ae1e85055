import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource, readAllBytes } from '../../../src/core/table/byte-source.ts';
import { readZip } from '../../../src/lab/data/read-zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const isWanted = (name: string) => name.endsWith('.csv');

async function read(files: Record<string, Uint8Array>, options: { maxBytes?: number; cut?: number } = {}) {
  const { cut, ...limits } = options;
  const archive = zipSync(files);
  const entries = await readZip(bytesSource('month.zip', archive.subarray(0, cut)), { isWanted, ...limits });
  return Promise.all(
    entries.map(async (entry) => [entry.name, new TextDecoder().decode(await readAllBytes(entry))]),
  );
}

describe('readZip', () => {
  it('unpacks the wanted files with their folders', async () => {
    const files = { 'month_000/users.csv': bytesOf('user_id\na\n'), 'month_000/notes.txt': bytesOf('hello') };
    expect(await read(files)).toEqual([['month_000/users.csv', 'user_id\na\n']]);
  });

  it.for(['../users.csv', 'a/../../users.csv', '/users.csv', 'C:\\users.csv', 'a\\..\\users.csv'])(
    'refuses %s, which leads out of the archive',
    async (name) => {
      await expect(read({ [name]: bytesOf('user_id\n') })).rejects.toMatchObject({
        name: 'ValueError',
        message: expect.stringContaining('leads out of the archive'),
      });
    },
  );

  it('stops where more comes out than it may', async () => {
    const bomb = new Uint8Array(4_000_000);
    expect(zipSync({ 'users.csv': bomb }).length).toBeLessThan(100_000);
    await expect(read({ 'users.csv': bomb }, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      message: 'month.zip unpacks to more than 1 MB',
    });
  });

  it('counts over all files', async () => {
    const half = bytesOf('x'.repeat(600));
    await expect(read({ 'a.csv': half, 'b.csv': half }, { maxBytes: 1000 })).rejects.toMatchObject({
      name: 'ValueError',
    });
  });

  it('refuses an archive that is cut off', async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `user-${i * 7919},${i}\n`).join('');
    await expect(read({ 'users.csv': bytesOf(text) }, { cut: 500 })).rejects.toMatchObject({
      name: 'ValueError',
      message: expect.stringContaining('month.zip cannot be unpacked'),
    });
  });

  it('stops when it is cancelled', async () => {
    const archive = bytesSource('month.zip', zipSync({ 'users.csv': bytesOf('user_id\n') }));
    await expect(readZip(archive, { isWanted, signal: { aborted: true } })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
