import { readFile } from 'node:fs/promises';

/** Reads a file of reference values that a script in `test/parity/python` wrote. */
export async function readVectors<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`./vectors/${name}`, import.meta.url), 'utf8')) as T;
}
