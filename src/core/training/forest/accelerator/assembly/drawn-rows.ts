import * as arena from './arena';
import { setKey } from './keys';

/** How many rows the tree has drawn; they are numbered in row order. */
export let nDrawn: i32 = 0;
/** Their weight, added in row order. */
export let totalWeight: f64 = 0;

/** Numbers the rows of the counts that were written, and gathers their weights and their keys in every column. */
export function gatherDrawnRows<K>(): void {
  gatherWeights();
  const shift = <K>arena.idBits;
  for (let feature = 0; feature < arena.nCols; feature++) {
    const ranks = arena.ranks + ((<usize>feature * <usize>arena.nRows) << 2);
    const keys = columnOf<K>(feature);
    for (let id = 0; id < nDrawn; id++) {
      const row = load<i32>(arena.counts + ((<usize>id) << 2));
      const rank = load<u32>(ranks + ((<usize>row) << 2));
      setKey<K>(keys, id, ((<K>rank) << shift) | <K>id);
    }
  }
  for (let id = 0; id < nDrawn; id++) setKey<K>(arena.keys, id, <K>id);
}

/** Where the keys of a column begin. */
export function columnOf<K>(feature: i32): usize {
  return arena.columnKeys + <usize>feature * <usize>nDrawn * sizeof<K>();
}

function gatherWeights(): void {
  let id: usize = 0;
  totalWeight = 0;
  for (let row = 0; row < arena.nRows; row++) {
    const count = load<i32>(arena.counts + ((<usize>row) << 2));
    const code = load<i32>(arena.codes + ((<usize>row) << 2));
    const weight = load<f64>(arena.classWeights + ((<usize>code) << 3)) * <f64>count;
    if (weight === 0) continue;
    totalWeight += weight;
    store<f64>(arena.rowWeight + (id << 3), weight);
    store<i32>(arena.rowClass + (id << 2), code);
    store<f64>(arena.rowPair + (id << 4), code === 0 ? weight : 0);
    store<f64>(arena.rowPair + (id << 4), code === 1 ? weight : 0, 8);
    store<u64>(arena.rowPacked + (id << 3), ((<u64>count) << (code === 0 ? 21 : 42)) | 1);
    // The counts up to here have been read: their place now holds which rows were drawn.
    store<i32>(arena.counts + (id << 2), row);
    id++;
  }
  nDrawn = <i32>id;
}
