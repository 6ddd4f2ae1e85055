import * as arena from './arena';
import { bestFeature, bestPosition, bestThreshold } from './best-position';
import { beginTreeDraw, endNodeDraw } from './column-draw';
import { gatherDrawnRows, nDrawn, totalWeight } from './drawn-rows';
import { searchExactly, sumNode } from './exact-search';
import { gini } from './gini';
import { maxDepth, minImpurityDecrease, minSamplesLeaf, minSamplesSplit } from './limits';
import { searchOrderFree } from './order-free-search';
import * as node from './pending-nodes';
import { leftWeight } from './sides';

/** Below this an impurity counts as zero, and an improvement may fall short of the one required. */
const EPSILON: f64 = 2.220446049250313e-16;

/**
 * Grows the tree of the row counts and class weights that were written, node by node as the reference's
 * `growReferenceTree` does; gives its number of nodes. `isOrderFree` says that sums may be formed in any order.
 */
export function growNodes<K>(randomStart: u32, isOrderFree: bool): i32 {
  beginTreeDraw(randomStart);
  gatherDrawnRows<K>();
  let nNodes = 0;
  node.putRoot(nDrawn);
  while (node.takeNode()) {
    const start = node.start;
    const end = node.end;
    const depth = node.depth;
    const n = end - start;
    const base = arena.keys + <usize>start * sizeof<K>();
    const isRoot = node.parent < 0;
    const weight = isOrderFree && !isRoot ? inheritSums() : sumNode<K>(base, n);
    const impurity = isRoot ? gini(arena.totals, arena.nClasses, weight) : node.impurity;
    const id = nNodes++;
    addLeaf(id, impurity, n, weight);
    if (!isRoot) {
      const children = node.isRight ? arena.nodeRight : arena.nodeLeft;
      store<i32>(children + ((<usize>node.parent) << 2), id);
    }
    if (depth >= maxDepth || n < minSamplesSplit || n < 2 * minSamplesLeaf || impurity <= EPSILON) continue;
    const isFound = isOrderFree
      ? searchOrderFree<K>(base, n, node.nConstants)
      : searchExactly<K>(base, n, weight, node.nConstants);
    const nConstants = endNodeDraw();
    if (!isFound) continue;
    const wl = leftWeight;
    const wr = weight - wl;
    const impurityLeft = gini(arena.lefts, arena.nClasses, wl);
    const impurityRight = gini(arena.rights, arena.nClasses, wr);
    const improvement =
      (weight / totalWeight) * (impurity - (wr / weight) * impurityRight - (wl / weight) * impurityLeft);
    if (improvement + EPSILON < minImpurityDecrease) continue;
    store<i32>(arena.nodeFeature + ((<usize>id) << 2), bestFeature);
    store<f64>(arena.nodeThreshold + ((<usize>id) << 3), bestThreshold());
    const middle = start + bestPosition;
    // The left child goes on top of the stack and so comes next.
    node.putNode(middle, end, depth + 1, nConstants, id, true, impurityRight, arena.rights);
    node.putNode(start, middle, depth + 1, nConstants, id, false, impurityLeft, arena.lefts);
  }
  return nNodes;
}

/** Takes over the sums that the parent's split left; gives the node's weight. */
function inheritSums(): f64 {
  const sums = v128.load(node.pairSums);
  v128.store(arena.totals, sums);
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

function addLeaf(id: i32, impurity: f64, n: i32, weight: f64): void {
  const place = <usize>id;
  store<i32>(arena.nodeFeature + (place << 2), -2);
  store<f64>(arena.nodeThreshold + (place << 3), -2);
  store<i32>(arena.nodeLeft + (place << 2), -1);
  store<i32>(arena.nodeRight + (place << 2), -1);
  store<f64>(arena.nodeImpurity + (place << 3), impurity);
  store<i32>(arena.nodeSamples + (place << 2), n);
  store<f64>(arena.nodeWeight + (place << 3), weight);
  const bytes = (<usize>arena.nClasses) << 3;
  const value = arena.nodeValue + place * bytes;
  for (let c: usize = 0; c < bytes; c += 8) {
    store<f64>(value + c, load<f64>(arena.totals + c) / weight);
  }
}
