import * as arena from './arena';
import { keyAt } from './keys';

/** Weight left of the present position; the sums per class of both sides lie in `arena.lefts` and `arena.rights`. */
export let leftWeight: f64 = 0;

/** Puts the position at the start of the node. */
export function resetSides(): void {
  memory.fill(arena.lefts, 0, (<usize>arena.nClasses) << 3);
  leftWeight = 0;
}

/**
 * Moves on from position `pos` to `p` of `n` keys, as the reference's `moveTo` does: row by row from the left, or by
 * subtracting from the node's totals from the right, the shorter way.
 */
export function moveSides<K>(base: usize, n: i32, pos: i32, p: i32, weight: f64): void {
  const mask: K = ((<K>1) << (<K>arena.idBits)) - 1;
  if (p - pos <= n - p) {
    for (let q = pos; q < p; q++) addToLeft(<usize>(keyAt<K>(base, q) & mask), 1);
  } else {
    memory.copy(arena.lefts, arena.totals, (<usize>arena.nClasses) << 3);
    leftWeight = weight;
    for (let q = n - 1; q >= p; q--) addToLeft(<usize>(keyAt<K>(base, q) & mask), -1);
  }
  setRights();
}

/** Sets the sums of a node of two classes whose left side is known. */
export function setSidesOfPair(left0: f64, left1: f64): void {
  store<f64>(arena.lefts, left0);
  store<f64>(arena.lefts, left1, 8);
  leftWeight = left0 + left1;
  setRights();
}

function addToLeft(id: usize, sign: f64): void {
  const weight = sign * load<f64>(arena.rowWeight + (id << 3));
  const sum = arena.lefts + ((<usize>load<i32>(arena.rowClass + (id << 2))) << 3);
  store<f64>(sum, load<f64>(sum) + weight);
  leftWeight += weight;
}

function setRights(): void {
  const bytes = (<usize>arena.nClasses) << 3;
  for (let c: usize = 0; c < bytes; c += 8) {
    store<f64>(arena.rights + c, load<f64>(arena.totals + c) - load<f64>(arena.lefts + c));
  }
}
