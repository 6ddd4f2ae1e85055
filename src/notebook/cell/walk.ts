import type { AnyNode, Node } from 'acorn';

/** A node and those it stands in, innermost first. */
export interface NodePath {
  readonly node: AnyNode;
  readonly parent: NodePath | null;
  /** The member of the parent that holds the node. */
  readonly key: string;
}

/** Visits `root` and all below it, each after its children: what is put around a node goes outside theirs. */
export function walk(root: Node, visit: (path: NodePath) => void): void {
  const descend = (path: NodePath): void => {
    for (const [key, child] of Object.entries(path.node)) {
      for (const node of Array.isArray(child) ? child : [child]) {
        if (isNode(node)) descend({ node, parent: path, key });
      }
    }
    visit(path);
  };
  descend({ node: root as AnyNode, parent: null, key: '' });
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
