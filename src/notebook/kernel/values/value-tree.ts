import type { ValueTree } from '../../document/output.ts';
import { type Member, membersOf } from './members.ts';
import { cut, LINE, previewOf } from './preview.ts';
import { typeName } from './type-name.ts';

/** How large a tree may become. */
export interface TreeLimits {
  readonly depth: number;
  readonly breadth: number;
  /** Nodes of the whole tree. */
  readonly nodes: number;
  /** Characters of a text that stands alone. */
  readonly textLength: number;
}

export const TREE_LIMITS: TreeLimits = { depth: 6, breadth: 100, nodes: 2000, textLength: 20_000 };

/** A value as a tree to unfold, cut to `limits`. Runs no getter and no `toString` of the value's. */
export function toValueTree(value: unknown, limits: TreeLimits = TREE_LIMITS): ValueTree {
  const length = typeof value === 'string' ? limits.textLength : LINE.length;
  return grow(value, { limits, nodes: { left: limits.nodes }, length, above: [] });
}

interface Growing {
  readonly limits: TreeLimits;
  readonly nodes: { left: number };
  readonly length: number;
  readonly above: readonly object[];
}

function grow(value: unknown, growing: Growing): ValueTree {
  const { limits, nodes, above, length } = growing;
  nodes.left--;
  const leaf: ValueTree = { type: typeName(value), preview: previewOf(value, { ...LINE, length }) };
  if (typeof value !== 'object' || value === null) return leaf;
  if (above.includes(value)) return { ...leaf, preview: '[circular]' };
  if (above.length >= limits.depth || nodes.left <= 0) return leaf;
  const breadth = Math.min(limits.breadth, nodes.left);
  try {
    if (isOneThing(value)) return leaf;
    const { shown, nMore } = membersOf(value, breadth);
    const inner: Growing = { ...growing, length: LINE.length, above: [...above, value] };
    const members = shown.map((member) => [cut(member.name, 100), growMember(member, inner)] as const);
    return { ...leaf, members, ...(nMore > 0 && { nMore }) };
  } catch {
    // A Proxy that refuses to be looked at.
    return leaf;
  }
}

function growMember(member: Member, growing: Growing): ValueTree {
  if (member.kind === 'getter') return { type: 'getter', preview: '(…)' };
  return grow(member.value, growing);
}

/** Objects that have no members worth unfolding. */
function isOneThing(value: object): boolean {
  return (
    value instanceof Date ||
    value instanceof RegExp ||
    value instanceof Promise ||
    value instanceof ArrayBuffer
  );
}
