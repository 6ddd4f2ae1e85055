import * as arena from './arena';
import { maxFeatures } from './limits';

/**
 * Draws the columns of a node as the reference's `search` does. Of `features`, [0, drawn) are known constants drawn
 * again, [known, known + found) constants found now, and [remaining, F) columns already looked at.
 */
let state: u32 = 0;
let known: i32 = 0;
let remaining: i32 = 0;
let visited: i32 = 0;
let found: i32 = 0;
let drawn: i32 = 0;
let place: i32 = 0;

/** Starts a tree: the generator's first state, and all columns in order. */
export function beginTreeDraw(start: u32): void {
  state = start === 0 ? 1 : start;
  for (let feature = 0; feature < arena.nCols; feature++) setFeature(feature, feature);
}

/** Starts a node whose ancestors found `nConstants` constant columns. */
export function beginNodeDraw(nConstants: i32): void {
  known = nConstants;
  remaining = arena.nCols;
  visited = 0;
  found = 0;
  drawn = 0;
}

/** The next column to look at, or −1 when the node has seen enough. */
export function drawColumn(): i32 {
  while (remaining > known + found && (visited < maxFeatures || visited <= found + drawn)) {
    visited++;
    const j = between(drawn, remaining - found);
    if (j < known) {
      swapFeatures(drawn++, j);
      continue;
    }
    place = j + found;
    return featureAt(place);
  }
  return -1;
}

/** Says that the column just drawn is constant in the node. */
export function keepConstant(): void {
  swapFeatures(place, known + found++);
}

/** Says that the column just drawn is not constant in the node. */
export function keepLookedAt(): void {
  swapFeatures(place, --remaining);
}

/** Ends the node and gives how many constants its children inherit. */
export function endNodeDraw(): i32 {
  memory.copy(arena.features, arena.constants, (<usize>known) << 2);
  const offset = (<usize>known) << 2;
  memory.copy(arena.constants + offset, arena.features + offset, (<usize>found) << 2);
  return known + found;
}

function between(low: i32, high: i32): i32 {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return low + <i32>((state & 0x7fffffff) % <u32>(high - low));
}

function featureAt(i: i32): i32 {
  return load<i32>(arena.features + ((<usize>i) << 2));
}

function setFeature(i: i32, feature: i32): void {
  store<i32>(arena.features + ((<usize>i) << 2), feature);
}

function swapFeatures(i: i32, j: i32): void {
  const feature = featureAt(i);
  setFeature(i, featureAt(j));
  setFeature(j, feature);
}
