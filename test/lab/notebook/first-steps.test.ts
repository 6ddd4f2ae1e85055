import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openHeadlessKernel } from '../../../src/headless/open-kernel.ts';
import { fromMarkdown } from '../../../src/notebook/document/from-markdown.ts';
import type { Notebook } from '../../../src/notebook/document/notebook.ts';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import { outputText } from '../../../src/notebook/document/output-text.ts';

describe('the sample notebook', () => {
  it.each(['en', 'fr'] as const)('runs from top to bottom on the shipped data (%s)', async (language) => {
    const { kernel } = await openHeadlessKernel();
    const outputs = new Map<string, CellOutput[]>();
    for (const { id: cellId, kind, source } of readSample(language).cells) {
      if (kind !== 'code') continue;
      const ofCell: CellOutput[] = [];
      outputs.set(cellId, ofCell);
      const listener = {
        onOutput: (output: CellOutput) => void ofCell.push(output),
        onProgress: () => undefined,
      };
      const { end } = await kernel.run({ cellId, source }, listener);
      expect(end, ofCell.map(outputText).join('\n')).toBe('ok');
    }
    const kinds = [...outputs.values()].map((ofCell) => ofCell.map(({ kind }) => kind));
    expect(kinds).toEqual([['table'], ['table'], [], ['table'], ['value'], ['chart'], ['value']]);
    expect(outputText(outputs.get('train')![0]!)).toMatch(/^0\.[67]/);
    expect(outputText(outputs.get('serve')![0]!)).toMatch(/prediction/);
  });

  it('has the same cells in both languages, with the same code but for its texts', () => {
    const shape = ({ cells }: Notebook) =>
      cells.map(({ id, kind, source }) => [
        id,
        kind,
        kind === 'code' ? source.replace(/'[^']*'/g, "''") : '',
      ]);
    expect(shape(readSample('fr'))).toEqual(shape(readSample('en')));
  });
});

function readSample(language: 'en' | 'fr'): Notebook {
  const path = `src/lab/notebook/first-steps/first-steps.${language}.md`;
  return fromMarkdown(readFileSync(path, 'utf8'), { newId: () => 'new', title: '' });
}
