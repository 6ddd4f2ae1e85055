import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { ValueError } from '../core/errors.ts';
import { fromIpynb } from '../notebook/document/from-ipynb.ts';
import { fromMarkdown } from '../notebook/document/from-markdown.ts';
import type { Notebook } from '../notebook/document/notebook.ts';
import { toIpynb } from '../notebook/document/to-ipynb.ts';
import { toMarkdown } from '../notebook/document/to-markdown.ts';

/** Reads a file that is to be run, as text. */
export function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const hint = 'give the path of a script or notebook, from where the command is run';
    throw Object.assign(new ValueError(`no script '${file}'`, hint), { cause });
  }
}

/** The notebook of a `.md` or `.ipynb` file. */
export function readNotebook(file: string): Notebook {
  const options = { newId: () => randomUUID().slice(0, 8), title: basename(file, extname(file)) };
  const text = readSource(file);
  return isIpynb(file) ? fromIpynb(text, options) : fromMarkdown(text, options);
}

/** Writes a notebook with its outputs, in the format that the file's name tells. */
export function writeNotebook(file: string, notebook: Notebook): void {
  try {
    writeFileSync(file, isIpynb(file) ? toIpynb(notebook) : toMarkdown(notebook, { withOutputs: true }));
  } catch (cause) {
    throw Object.assign(
      new ValueError(`'${file}' cannot be written`, 'give a file in a folder that is there'),
      {
        cause,
      },
    );
  }
}

function isIpynb(file: string): boolean {
  return extname(file).toLowerCase() === '.ipynb';
}
