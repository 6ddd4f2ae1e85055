import type { Problem } from '../problem.ts';
import type { EntityFrame } from './entity-frame.ts';
import type { SourcedView } from './joined-view.ts';

/** Output rows as a join mode decides them. */
export interface JoinPlan {
  /** Per output row its entity row. */
  readonly entityRows: Int32Array;
  /** Per view and output row the source row used (−1: none) and the outcome's code. */
  readonly views: readonly { readonly rows: Int32Array; readonly outcomes: Uint8Array }[];
  readonly warnings: readonly Problem[];
}

/** The entity rows themselves, each once and in order. */
export function everyRow({ table }: EntityFrame): Int32Array {
  const rows = new Int32Array(table.nRows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows;
}

/** A way of joining views to entity rows: the lab's own, or one that a real store follows. */
export type JoinMode = (frame: EntityFrame, views: readonly SourcedView[]) => JoinPlan;
