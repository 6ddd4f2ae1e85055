import type { SourcePlace } from '../../../notebook/document/output.ts';
import type { Selected } from '../notebook-view.ts';

/** The caret at a place of a text; the start of its line where the column is not known. */
export function caretAt(source: string, { line, column }: Pick<SourcePlace, 'line' | 'column'>): Selected {
  const lines = source.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const at = Math.min(before + Math.max((column ?? 1) - 1, 0), source.length);
  return { start: at, end: at };
}
