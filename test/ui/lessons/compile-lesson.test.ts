import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLesson } from '../../../src/ui/lessons/compile-lesson.ts';
import { applyPaint, writePaint } from '../../../src/ui/lessons/paint.ts';
import { highlightLines } from '../../../src/ui/notebook/editor/highlight.ts';
import { changed, SMALL_LESSON } from '../../notebook/lesson/small-lesson.ts';

const textOf = (markdown: string): string => {
  const block = compileLesson('small.md', markdown).readable!.lesson.introduction[0]!;
  return block.kind === 'text' ? block.markdown : '';
};

describe('a compiled lesson', () => {
  it('has HTML where the file has Markdown, in every text', () => {
    const { lesson } = compileLesson('small.md', SMALL_LESSON).readable!;
    const [text, , example, , exercise] = lesson.steps[0]!.blocks;
    expect(text).toMatchObject({ kind: 'text', markdown: '<p>Two and two make 4.</p>\n' });
    expect(example).toMatchObject({
      kind: 'example',
      prediction: { choices: [{ markdown: '3', reply: '<p>Count again.</p>\n' }, { markdown: '4' }] },
    });
    expect(exercise).toMatchObject({
      kind: 'exercise',
      hints: ['<p>There is a sign for it.</p>\n', '<p>It is +.</p>\n'],
    });
    expect(lesson.steps[0]!.takeaway.learned).toBe('<p>Adding is done by +.</p>\n');
  });

  it('lets no markup of the file through', () => {
    const html = textOf(changed('Some words', '<img src=x onerror=alert(1)> <script>alert(1)</script>'));
    expect(html).not.toMatch(/<(img|script)/);
    expect(textOf(changed('Some words', '[go](javascript:alert(1))'))).not.toContain('href="javascript');
  });

  it('leads links of the file to addresses of the app', () => {
    const link = (href: string): string =>
      /href="([^"]*)"/.exec(textOf(changed('Some words', `[there](${href})`)))?.[1] ?? '';
    expect(link('04-a-training-set.md')).toBe('#/lessons/a-training-set');
    expect(link('04-a-training-set.md#labels')).toBe('#/lessons/a-training-set/labels');
    expect(link('#adding')).toBe('#/lessons/small/adding');
    expect(link('#add')).toBe('#/lessons/small/adding');
    expect(link('#/data')).toBe('#/data');
  });

  it('breaks no line before the punctuation of a French text', () => {
    const french = changed('Some words before the first step.', 'Des mots : lesquels ?').replace(
      'language: en',
      'language: fr',
    );
    expect(textOf(french)).toBe('<p>Des mots\u00a0: lesquels\u202f?</p>\n');
    expect(textOf(changed('Some words before the first step.', 'Words : which ?'))).toBe(
      '<p>Words : which ?</p>\n',
    );
  });

  it('leaves the wrong answers to the rehearsal', () => {
    const text = JSON.stringify(compileLesson('small.md', SMALL_LESSON).readable);
    expect(text).not.toContain('Math.abs');
  });
});

describe('the paint of code', () => {
  const sources = readdirSync('lessons/en')
    .flatMap((name) => readFileSync(`lessons/en/${name}`, 'utf8').split('```'))
    .filter((part) => part.startsWith('js '));

  it('gives back the coloured lines of every code of the course', () => {
    expect(sources.length).toBeGreaterThan(20);
    for (const source of sources) {
      const lines = highlightLines(source);
      expect(applyPaint(source, writePaint(lines))).toEqual(lines);
    }
  });

  it('shows plain lines where it is of another text', () => {
    expect(applyPaint('const a = 1;', '99k')).toEqual([[{ text: 'const a = 1;', className: '' }]]);
  });
});
