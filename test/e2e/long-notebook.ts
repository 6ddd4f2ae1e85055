import type { CodeCell, Notebook } from '../../src/notebook/document/notebook.ts';
import { sampleNotebook } from './sample-notebook.ts';

/** A notebook of sixty cells: text, code that wraps, tables, charts, trees, errors. */
export function longNotebook(): Notebook {
  const { cells } = sampleNotebook();
  const code = cells.filter((cell): cell is CodeCell => cell.kind === 'code' && cell.id !== 'c7');
  return {
    ...sampleNotebook(),
    cells: Array.from({ length: 60 }, (_, i) =>
      i % 5 === 0 ? { ...cells[0]!, id: `m${i}` } : { ...code[i % code.length]!, id: `x${i}` },
    ),
  };
}
