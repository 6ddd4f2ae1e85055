import type { Program } from 'acorn';
import type { CellScope, Declaration } from './cell-scope.ts';
import { type NodePath, walk } from './walk.ts';

/**
 * The declared variables that no `await` of the cell mentions and that no `then` chains on. Where one of them holds a
 * promise at the end, its `await` was forgotten; one that goes into `Promise.all` was not.
 */
export function findUnawaited(program: Program, scope: CellScope): readonly Declaration[] {
  const waited = new Set<string>();
  walk(program, (path) => {
    const { node } = path;
    if (node.type === 'Identifier' && scope.names.has(node) && isWaitedFor(path)) waited.add(node.name);
  });
  return scope.declarations.filter(
    ({ name, kind }) => kind !== 'function' && kind !== 'class' && !waited.has(name),
  );
}

function isWaitedFor(path: NodePath): boolean {
  const { parent, key } = path;
  if (parent?.node.type === 'MemberExpression' && key === 'object') {
    const { property } = parent.node;
    if (property.type === 'Identifier' && ['then', 'catch', 'finally'].includes(property.name)) return true;
  }
  for (let at: NodePath | null = path; at !== null; at = at.parent) {
    if (at.node.type === 'AwaitExpression') return true;
    if (at.node.type === 'ForOfStatement' && at.node.await) return true;
    if (/Function|Statement$/.test(at.node.type)) return false;
  }
  return false;
}
