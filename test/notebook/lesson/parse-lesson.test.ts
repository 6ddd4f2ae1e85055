import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLinks } from '../../../src/notebook/lesson/check-links.ts';
import { checkReading } from '../../../src/notebook/lesson/check-reading.ts';
import { checkValues } from '../../../src/notebook/lesson/check-values.ts';
import { compareLanguages } from '../../../src/notebook/lesson/compare-languages.ts';
import type { LessonFile } from '../../../src/notebook/lesson/lesson-file.ts';
import { LIMITS } from '../../../src/notebook/lesson/limits.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { changed, SMALL_LESSON } from './small-lesson.ts';

const read = (source: string) => parseLesson('small.md', source);
/** Every finding as `line code`. */
const findings = (source: string) => read(source).problems.map(({ line, code }) => `${line} ${code}`);
/** Everything else that is asked of a lesson without running it. */
function examine(version: LessonFile): void {
  checkLinks(version, { files: new Map(), stations: [] });
  checkReading(version);
  checkValues(version, new Map([['sum', 4]]));
  const { lesson } = read(SMALL_LESSON);
  compareLanguages({ file: 'other.md', lesson: lesson! }, version);
}

const lineOf = (source: string, text: string) =>
  source.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('a lesson file', () => {
  it('becomes one plain value that holds everything', () => {
    const { lesson, problems } = read(SMALL_LESSON);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({
      kind: 'lesson',
      slug: 'small',
      number: null,
      language: 'en',
      minutes: 15,
      requires: [],
      start: { dataset: null, clock: '2024-03-01', asOf: null, seed: null, prepare: [] },
      shownValues: [{ name: 'sum', text: '4', line: 21 }],
    });
    expect(lesson?.introduction.map(({ kind }) => kind)).toEqual(['text', 'picture']);
    const [step] = lesson?.steps ?? [];
    expect(step?.blocks.map(({ kind }) => kind)).toEqual([
      ...['text', 'setup', 'example', 'values', 'exercise', 'python', 'question'],
    ]);
    expect(step).toMatchObject({
      id: 'adding',
      title: 'Adding',
      takeaway: { learned: 'Adding is done by +.', next: 'Next: taking away.' },
    });
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });

  it('gives an exercise its hints in order, its solution, its check and its wrong answers', () => {
    const exercise = read(SMALL_LESSON).lesson?.steps[0]?.blocks.find(({ kind }) => kind === 'exercise');
    expect(exercise).toMatchObject({
      id: 'add',
      nBlanks: 1,
      hints: ['There is a sign for it.', 'It is +.'],
      solution: { source: 'const add = (a, b) => a + b;' },
      wrongAnswers: [
        { says: 'make five', code: { source: 'const add = (a, b) => a - b;' } },
        { says: 'below zero' },
      ],
    });
  });

  it('says on which line of the file every piece of code begins', () => {
    const { lesson } = read(SMALL_LESSON);
    const lines = SMALL_LESSON.split('\n');
    const codes = lesson!.steps[0]!.blocks.flatMap((block) => {
      if (block.kind === 'exercise')
        return [block.code, block.solution, block.check, ...block.wrongAnswers.map(({ code }) => code)];
      return 'code' in block ? [block.code] : [];
    });
    expect(codes.length).toBe(9);
    for (const { source, line } of codes) expect(lines[line - 1]).toBe(source.split('\n')[0]);
  });

  it('ties a prediction, its choices and its check to the example', () => {
    const example = read(SMALL_LESSON).lesson?.steps[0]?.blocks.find(({ kind }) => kind === 'example');
    expect(example).toMatchObject({
      prediction: {
        markdown: 'What is it?',
        choices: [
          { markdown: '3', reply: 'Count again.', isRight: false },
          { markdown: '4', reply: 'Yes.', isRight: true },
        ],
      },
    });
  });

  it('shows values as the plain text that the file has', () => {
    const text = read(SMALL_LESSON).lesson?.steps[0]?.blocks[0];
    expect(text).toMatchObject({ kind: 'text', markdown: 'Two and two make 4.' });
  });

  it('reads Windows line ends as it reads others', () => {
    expect(read(SMALL_LESSON.replaceAll('\n', '\r\n'))).toEqual(read(SMALL_LESSON));
    expect(read(SMALL_LESSON.replaceAll('\n', '\r'))).toEqual(read(SMALL_LESSON));
  });

  it('leaves code that is there to be read within the text', () => {
    const source = changed('Two and two make', '```json\n{ "a": 1 }\n```\n\nTwo and two make');
    expect(read(source).problems).toEqual([]);
    expect(read(source).lesson?.steps[0]?.blocks[0]).toMatchObject({
      markdown: '```json\n{ "a": 1 }\n```\n\nTwo and two make 4.',
    });
  });
});

describe('what is wrong with a lesson file is found with its line', () => {
  it.each<[string, string, string, string, string]>([
    ['a role that there is not', '```js setup', '```js stup', '```js stup', 'unknown-role'],
    ['JavaScript without a role', '```js setup', '```js', '```js', 'block-without-role'],
    [
      'a block in another language',
      '```md hint add\nThere',
      '```js hint add\nThere',
      '```js hint',
      'block-language',
    ],
    ['a block without its label', '```js exercise add', '```js exercise', '```js exercise', 'block-label'],
    ['a label that nothing has', '```md answer why', '```md answer whi', '```md answer whi', 'unknown-label'],
    [
      'an option that there is not',
      '//| says: make five',
      '//| sais: make five',
      '//| sais',
      'unknown-option',
    ],
    ['an id twice', '```md question why', '```md question four', '```md question four', 'duplicated-id'],
    ['a step without an id', '## Adding {#adding}', '## Adding', '## Adding', 'step-id'],
    ['front matter with another key', 'minutes: 15', 'minuets: 15', 'minuets: 15', 'front-matter'],
    ['a number that is none', 'minutes: 15', 'minutes: many', 'minutes: many', 'front-matter'],
    [
      'a clock that shows no time',
      'clock: 2024-03-01',
      'clock: 2024-13-01',
      'clock: 2024-13',
      'front-matter',
    ],
    ['front matter that is no YAML', 'goal: You', 'goal: Note: you', 'goal: Note', 'yaml'],
    ['a picture that there is not', 'show: map', 'show: mop', 'show: mop', 'picture'],
    ['a choice without a reply', '  Count again.\n', '', '```md predict four', 'choice-without-reply'],
    ['a prediction without a right choice', '- [x] 4', '- [ ] 4', '```md predict four', 'prediction-choices'],
  ])('%s', (_, part, replacement, place, code) => {
    const source = changed(part, replacement);
    expect(findings(source)).toContain(`${lineOf(source, place)} ${code}`);
  });

  it.each([
    ['solution', 'exercise-without-solution'],
    ['check', 'exercise-without-check'],
  ])('an exercise without a %s', (role, code) => {
    const source = changed(`\`\`\`js ${role} add\n`, `\`\`\`js values add-${role}\n`);
    expect(findings(source)).toContain(`${lineOf(source, '```js exercise add')} ${code}`);
  });

  it('a solution that changes more than the blanks', () => {
    const source = changed('```js solution add\nconst add', '```js solution add\nconst sum');
    expect(read(source).problems).toMatchObject([
      { code: 'blank-mismatch', line: lineOf(source, 'const sum = (a, b) => a + b') },
    ]);
  });

  it('a block that is never closed', () => {
    const source = `${SMALL_LESSON}\n## Last {#last}\n\n\`\`\`md takeaway\nNothing.`;
    expect(findings(source)).toEqual([`${lineOf(source, 'Nothing.') - 1} open-fence`]);
  });

  it('tasks before the first step, and a step without a takeaway', () => {
    const source = changed('## Adding {#adding}\n', '');
    expect(findings(source)).toEqual(
      expect.arrayContaining([expect.stringContaining('task-without-step'), '1 number-of-steps']),
    );
    const second = `${SMALL_LESSON}\n## Last {#last}\n\nWords.\n`;
    expect(findings(second)).toEqual([`${lineOf(second, '## Last')} step-without-takeaway`]);
  });

  it('what is missing at the very end, on the last line of the file', () => {
    const cut = SMALL_LESSON.slice(
      0,
      SMALL_LESSON.indexOf('```js solution add') + '```js solution add'.length,
    );
    expect(findings(cut)).toContain(`${cut.split('\n').length} blank-mismatch`);
    const picture = `${SMALL_LESSON}\n\`\`\`yaml picture last`;
    expect(findings(picture)).toContain(`${picture.split('\n').length} picture`);
  });

  it('a file without front matter, and one that is too long', () => {
    expect(read('# Hello\n').lesson).toBeNull();
    expect(findings('# Hello\n')).toEqual(['1 no-front-matter']);
    expect(findings('x'.repeat(LIMITS.fileCharacters + 1))).toEqual(['1 file-too-long']);
  });
});

describe('a hostile lesson file', () => {
  it('cannot bomb by aliases of YAML', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [*${'abcdefg'[i]}, *${'abcdefg'[i]}]`),
    ];
    expect(findings(`---\n${bomb.join('\n')}\n---\n`)).toContain('2 yaml');
  });

  it('cannot reach the prototype by its keys or labels', () => {
    const source = changed('slug: small', '__proto__: { polluted: true }\nconstructor: 1\nslug: small');
    expect(read(source).lesson).toBeNull();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(findings(changed('```js setup', '```js constructor x'))).toEqual(
      expect.arrayContaining([expect.stringContaining('unknown-role')]),
    );
  });

  it('gets findings, never an exception, however it is cut, doubled and mixed', () => {
    const pieces = SMALL_LESSON.split(/(?=\n)/);
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(30),
      text: fc.oneof(fc.string(), fc.constantFrom(...pieces)),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let source = SMALL_LESSON;
        for (const { at, length, text } of edits) {
          const from = at % source.length;
          source = source.slice(0, from) + text + source.slice(from + length);
        }
        const { lesson, problems } = read(source);
        if (lesson === null) expect(problems.length).toBeGreaterThan(0);
        else examine({ file: 'small.md', lesson });
        for (const { line } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read in a moment where it nests without end', () => {
    for (const text of [
      '> '.repeat(50_000),
      '[('.repeat(50_000),
      '- '.repeat(50_000),
      '```js x y\n'.repeat(9_000),
    ])
      expect(() => read(SMALL_LESSON + text)).not.toThrow();
  });
});
