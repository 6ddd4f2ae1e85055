import { readFileSync } from 'node:fs';

/** The committed outputs of a real package; the README of this folder says how they are made. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8')) as T;
}
