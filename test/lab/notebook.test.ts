import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromIpynb } from '../../src/notebook/document/from-ipynb.ts';
import { fromMarkdown } from '../../src/notebook/document/from-markdown.ts';
import { importOptions } from '../notebook/document/any-notebook.ts';
import { shortText } from '../notebook/kernel/open-kernel.ts';
import { runLab } from './run-lab.ts';

const NOTEBOOK = `# Who is there

\`\`\`js
const users = await data.snapshot('users', { asOf: '2024-01-31' });
console.log(args[0], users.nRows);
users.head(1).select('user_id')
\`\`\`

\`\`\`ts
const half: number = users.nRows / 2;
missing();
\`\`\`

\`\`\`js
const missing = () => 1;
\`\`\`
`;

describe('a notebook in a file', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notebook-'));
    await writeFile(path('a.md'), NOTEBOOK);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('is run cell by cell to the first error, which names cell and line, and written with its outputs', async () => {
    const run = await runLab(path('a.md'), 'rows:', '--out', path('b.ipynb'));
    expect({ ...run, stderr: run.stderr.replaceAll(folder, '') }).toEqual({
      code: 1,
      stdout: 'rows: 7043\nuser_id\n1000-DWLTJ\nTable: 1 rows × 1 columns\n',
      stderr:
        'ReferenceError: missing is not defined\nhint: a later cell declares missing: run that cell first\n    at /a.md, cell 2, line 2\n',
    });
    const { cells } = fromIpynb(await readFile(path('b.ipynb'), 'utf8'), importOptions());
    const outputs = cells.map((cell) => (cell.kind === 'code' ? cell.outputs.map(shortText) : []));
    expect(outputs).toEqual([
      [],
      ['log: rows: 7043', 'Table of 1 rows: user_id'],
      [expect.stringMatching(/^ReferenceError: missing is not defined .* @ .*:2:1$/)],
      [],
    ]);
    const runs = cells.map((cell) => (cell.kind === 'code' ? cell.lastRun : null));
    expect(runs.map((found) => found && [found.number, found.end, found.reads, found.writes])).toEqual([
      null,
      [1, 'ok', [], ['users']],
      [2, 'error', ['missing', 'users'], ['half']],
      null,
    ]);
  });

  it('may be an .ipynb and be written as Markdown, which gives the same cells', async () => {
    const run = await runLab(path('b.ipynb'), 'rows:', '--out', path('c.md'));
    expect(run).toMatchObject({ code: 1, stdout: expect.stringMatching(/^rows: 7043\n/) });
    const text = await readFile(path('c.md'), 'utf8');
    expect(text).toContain('<!-- output -->\n```text\nrows: 7043\n');
    const before = fromMarkdown(NOTEBOOK, importOptions()).cells;
    expect(fromMarkdown(text, importOptions()).cells.map(({ source }) => source)).toEqual(
      before.map(({ source }) => source),
    );
  });

  it('that is damaged is told of, with a hint', async () => {
    await writeFile(path('d.ipynb'), '{"nbformat": 4');
    expect(await runLab(path('d.ipynb'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^NotebookFileError: the file is no JSON\nhint: ./),
    });
  });
});
