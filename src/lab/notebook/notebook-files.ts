import { fromIpynb } from '../../notebook/document/from-ipynb.ts';
import { fromMarkdown } from '../../notebook/document/from-markdown.ts';
import type { Notebook } from '../../notebook/document/notebook.ts';
import { toIpynb } from '../../notebook/document/to-ipynb.ts';
import { toMarkdown } from '../../notebook/document/to-markdown.ts';

/** The forms in which a notebook leaves the lab: Jupyter's with its outputs, or plain Markdown. */
export type NotebookFormat = 'ipynb' | 'md';

/** A notebook from a file, as a new one: it never takes the place of one that is here. Damaged files are refused. */
export function readNotebookFile(fileName: string, text: string, newId: () => string): Notebook {
  const title = fileName.replace(/\.\w+$/, '');
  const read = /\.md$|\.markdown$/i.test(fileName) ? fromMarkdown : fromIpynb;
  return { ...read(text, { newId, title }), id: newId() };
}

/** The text of a notebook's file. */
export function writeNotebookFile(notebook: Notebook, format: NotebookFormat): string {
  return format === 'ipynb' ? toIpynb(notebook) : toMarkdown(notebook, { withOutputs: true });
}
