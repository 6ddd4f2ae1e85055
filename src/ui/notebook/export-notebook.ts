import type { NotebookFormat } from '../../lab/notebook/notebook-files.ts';
import type { Notebook } from '../../notebook/document/notebook.ts';
import { fileName, saveFile } from '../parts/save-file.ts';

const TYPES: Readonly<Record<NotebookFormat, string>> = {
  ipynb: 'application/x-ipynb+json',
  md: 'text/markdown',
};

/** Saves a notebook as a file: for Jupyter, outputs included, or as plain Markdown. */
export async function exportNotebook(notebook: Notebook, format: NotebookFormat): Promise<void> {
  const { writeNotebookFile } = await import('../../lab/notebook/notebook-files.ts');
  const blob = new Blob([writeNotebookFile(notebook, format)], { type: TYPES[format] });
  saveFile(blob, `${fileName(notebook.title) || 'notebook'}.${format}`);
}
