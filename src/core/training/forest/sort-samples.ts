import type { ForestSemantics } from './forest-semantics.ts';

/** Column values and the rows they belong to, sorted together. */
export interface SamplesByValue {
  readonly values: Int32Array;
  readonly samples: Int32Array;
}

/** Blocks up to this size are finished by insertion in the 1.9 semantics. */
const INSERTION_SIZE = 15;

/**
 * Sorts positions [start, end) of both arrays by value, by scikit-learn's own introsort. It is not stable, and
 * how it leaves equal values decides in which order float weights are added: it must not be replaced.
 */
export function sortSamples(
  block: SamplesByValue,
  range: { readonly start: number; readonly end: number },
  semantics: ForestSemantics,
): void {
  const { start, end } = range;
  const depth = 2 * (31 - Math.clz32(end - start));
  const smallest = semantics === '1.9' ? INSERTION_SIZE : 1;
  introsort(block, start, { n: end - start, depth, smallest });
}

interface SortLimits {
  readonly n: number;
  readonly depth: number;
  readonly smallest: number;
}

function introsort(block: SamplesByValue, start: number, limits: SortLimits): void {
  const { values } = block;
  const { smallest } = limits;
  let { n, depth } = limits;
  let first = start;
  while (n > smallest) {
    if (depth <= 0) {
      heapSort(block, first, n);
      return;
    }
    depth--;
    const pivot = medianOfThree(values[first]!, values[first + (n >> 1)]!, values[first + n - 1]!);
    let i = 0;
    let nLess = 0;
    let right = n;
    while (i < right) {
      const value = values[first + i]!;
      if (value < pivot) swap(block, first + i++, first + nLess++);
      else if (value > pivot) swap(block, first + i, first + --right);
      else i++;
    }
    introsort(block, first, { n: nLess, depth, smallest });
    first += right;
    n -= right;
  }
  if (smallest > 1) insertionSort(block, first, n);
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function heapSort(block: SamplesByValue, first: number, n: number): void {
  for (let root = (n - 2) >> 1; root >= 0; root--) siftDown(block, first, { root, end: n });
  for (let end = n - 1; end > 0; end--) {
    swap(block, first, first + end);
    siftDown(block, first, { root: 0, end });
  }
}

function siftDown(block: SamplesByValue, first: number, heap: { root: number; end: number }): void {
  const { values } = block;
  let root = heap.root;
  while (true) {
    const left = 2 * root + 1;
    let largest = root;
    if (left < heap.end && values[first + largest]! < values[first + left]!) largest = left;
    if (left + 1 < heap.end && values[first + largest]! < values[first + left + 1]!) largest = left + 1;
    if (largest === root) return;
    swap(block, first + root, first + largest);
    root = largest;
  }
}

function insertionSort({ values, samples }: SamplesByValue, first: number, n: number): void {
  for (let next = first + 1; next < first + n; next++) {
    const value = values[next]!;
    const sample = samples[next]!;
    let hole = next;
    while (hole > first && values[hole - 1]! > value) {
      values[hole] = values[hole - 1]!;
      samples[hole] = samples[hole - 1]!;
      hole--;
    }
    values[hole] = value;
    samples[hole] = sample;
  }
}

function swap({ values, samples }: SamplesByValue, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
  const sample = samples[i]!;
  samples[i] = samples[j]!;
  samples[j] = sample;
}
