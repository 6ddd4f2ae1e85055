import type { Program } from 'acorn';
import { walk } from './walk.ts';

const NAMES = ['dfd', 'toDf', 'DataFrame', 'Series'];

/** Whether a cell may need danfojs, which is large and loaded before the cell runs. */
export function mentionsDanfo(program: Program): boolean {
  let isMentioned = false;
  walk(program, ({ node }) => {
    isMentioned ||= node.type === 'Identifier' && NAMES.includes(node.name);
  });
  return isMentioned;
}
