import { fenceFor } from './fence.ts';
import type { Cell, CodeCell, Notebook } from './notebook.ts';
import { outputText } from './output-text.ts';

/** What goes into the file besides the cells. */
export interface ToMarkdownOptions {
  /** Whether the outputs are written too, as text that an import leaves out. Default false. */
  readonly withOutputs?: boolean;
}

/** A line that could be taken for the mark of a cell, with the backslashes that keep it from that. */
export const MARK_LIKE = /^<!-- (\\*)cell /gm;

/**
 * A notebook as Markdown that reads well anywhere: text as it is, code in fences. The id and kind of every cell stand in a
 * comment before it, the title in the front matter, so that `fromMarkdown` gives the same cells back; runs and outputs
 * are not kept.
 */
export function toMarkdown(notebook: Notebook, { withOutputs = false }: ToMarkdownOptions = {}): string {
  const { id, title, cells } = notebook;
  const head = ['---', `title: ${JSON.stringify(title)}`, `notebook: ${JSON.stringify(id)}`, '---', '', ''];
  return head.join('\n') + cells.map((cell) => cellText(cell, withOutputs)).join('\n');
}

function cellText(cell: Cell, withOutputs: boolean): string {
  const mark = `<!-- cell ${encodeURIComponent(cell.id)} ${cell.kind} -->\n`;
  if (cell.kind === 'markdown') return `${mark}${cell.source.replace(MARK_LIKE, '<!-- \\$1cell ')}\n`;
  const fence = fenceFor(cell.source);
  return `${mark}${fence}js\n${cell.source}\n${fence}\n${withOutputs ? outputsText(cell) : ''}`;
}

function outputsText({ outputs }: CodeCell): string {
  if (outputs.length === 0) return '';
  const text = outputs.map(outputText).join('\n');
  const fence = fenceFor(text);
  return `\n<!-- output -->\n${fence}text\n${text}\n${fence}\n`;
}
