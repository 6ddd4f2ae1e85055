import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from '../../../src/notebook/document/from-markdown.ts';
import type { Notebook } from '../../../src/notebook/document/notebook.ts';
import { toMarkdown } from '../../../src/notebook/document/to-markdown.ts';
import { anyNotebook, importOptions } from './any-notebook.ts';

const read = (text: string) => fromMarkdown(text, importOptions());

/** The notebook without runs and outputs, which Markdown does not keep. */
function cleared(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) =>
    cell.kind === 'code' ? { ...cell, outputs: [], lastRun: null } : cell,
  );
  return { ...notebook, cells };
}

describe('a notebook as Markdown', () => {
  it('reads well, with ids in comments and code in fences', () => {
    const cells = [
      { kind: 'markdown' as const, id: 'intro', source: '# Churn\n\nWho leaves?' },
      { kind: 'code' as const, id: 'c1', source: 'const a = 1;', outputs: [], lastRun: null },
    ];
    expect(toMarkdown({ kind: 'notebook', version: 1, id: 'n', title: 'Churn: a "start"', cells })).toBe(
      `---
title: "Churn: a \\"start\\""
notebook: "n"
---

<!-- cell intro markdown -->
# Churn

Who leaves?

<!-- cell c1 code -->
\`\`\`js
const a = 1;
\`\`\`
`,
    );
  });

  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        expect(read(toMarkdown(notebook))).toEqual(cleared(notebook));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back as it was with its outputs in the text, and is written the same again', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const back = read(toMarkdown(notebook, { withOutputs: true }));
        expect(back).toEqual(cleared(notebook));
        expect(toMarkdown(back)).toBe(toMarkdown(notebook));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any Markdown', () => {
  it('has code cells where it has fences of JavaScript, and text between', () => {
    const source = `# Title

First.

\`\`\`js
const a = 1;
\`\`\`
\`\`\`ts
let b: number;
\`\`\`

~~~python
print('stays text')
~~~
~~~~md
\`\`\`js
no cell
\`\`\`
~~~~

Last.`;
    const notebook = read(source);
    expect(notebook.title).toBe('Title');
    expect(notebook.cells.map(({ kind, source: text, id }) => [kind, id, text])).toEqual([
      ['markdown', 'new-1', '# Title\n\nFirst.'],
      ['code', 'new-2', 'const a = 1;'],
      ['code', 'new-3', 'let b: number;'],
      [
        'markdown',
        'new-4',
        "~~~python\nprint('stays text')\n~~~\n~~~~md\n```js\nno cell\n```\n~~~~\n\nLast.",
      ],
    ]);
  });

  it('may have the line ends of Windows, a fence that is never closed, and nothing in it', () => {
    expect(read('a\r\n\r\n```js\r\nb\r\n').cells.map(({ source }) => source)).toEqual(['a', 'b\n']);
    expect(read('').cells).toEqual([]);
    expect(fromMarkdown('text', importOptions('My file')).title).toBe('My file');
  });

  it('is read without failing, and gives what can be written and read again', () => {
    fc.assert(
      fc.property(anyNotebook, fc.nat(), (notebook, cut) => {
        const text = toMarkdown(notebook);
        const once = read(text.slice(cut % (text.length + 1)));
        expect(read(toMarkdown(once)).cells).toEqual(once.cells);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the first of two cells with one id', () => {
    const text = '<!-- cell a markdown -->\nx\n\n<!-- cell a markdown -->\ny\n';
    expect(read(text).cells.map(({ id }) => id)).toEqual(['a', 'new-1']);
  });

  it('is refused where it has more cells than a notebook may have', () => {
    expect(() => read('```js\n```\n'.repeat(3001))).toThrow(
      expect.objectContaining({ name: 'NotebookFileError', hint: expect.stringContaining('split') }),
    );
  });
});
