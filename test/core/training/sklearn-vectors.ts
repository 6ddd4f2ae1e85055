import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/sklearn-vectors/', import.meta.url));

/** Whether the recorded outputs of real scikit-learn are on this machine; says so where they are not. */
export const vectorsPresent = existsSync(folder);
if (!vectorsPresent) console.log('skipped: the recorded scikit-learn vectors are not on this machine');

/** One file of recorded scikit-learn outputs; the caller names its shape. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(folder + name, 'utf8')) as T;
}
