import { createHash, type Hash } from 'node:crypto';
import type { ForestExecutor } from '../core/training/forest/forest-executor.ts';
import type { GrownTrees } from '../core/training/forest/grown-trees.ts';

/** Forests that are kept; the oldest goes first. */
const MOST_KEPT = 24;
/** Larger forests are grown again: they would take the memory of many small ones. */
const MOST_TREES = 100;

/** Grows every forest once: the same task gives the same trees, and lessons train the same forest many times over. */
export function rememberForests(executor: ForestExecutor): ForestExecutor {
  const kept = new Map<string, GrownTrees>();
  return {
    async grow(task, options) {
      if (task.seeds.length > MOST_TREES) return executor.grow(task, options);
      const key = keyOf(task);
      const known = kept.get(key);
      kept.delete(key);
      const trees = known ?? (await executor.grow(task, options));
      if (known !== undefined) options?.onTree?.(task.seeds.length);
      kept.set(key, trees);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return trees;
    },
  };
}

function keyOf(task: object): string {
  const hash = createHash('sha256');
  feed(hash, task);
  return hash.digest('hex');
}

/** Every member of a plain value with its name; typed arrays by their kind and bytes. */
function feed(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.constructor.name} ${value.byteLength};`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    hash.update(`[${value.length};`);
    for (const member of value) feed(hash, member);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      hash.update(`${name}:`);
      feed(hash, member);
    }
    hash.update('};');
  } else hash.update(`${typeof value} ${String(value)};`);
}
