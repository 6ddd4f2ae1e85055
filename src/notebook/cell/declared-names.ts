import { readScope } from './cell-scope.ts';
import { parseCell } from './parse-cell.ts';
import { stripTypes } from './strip-types.ts';

/** The variables of the notebook that a cell declares; none of a cell that cannot be read. */
export function declaredNames(source: string): readonly string[] {
  try {
    return readScope(parseCell(source, stripTypes).program).declarations.map(({ name }) => name);
  } catch {
    return [];
  }
}
