import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLessonFile } from '../../src/headless/check-lessons.ts';
import { createLessonHost } from '../../src/headless/lesson-host.ts';
import { changed, SMALL_LESSON } from '../notebook/lesson/small-lesson.ts';

const folder = mkdtempSync(join(tmpdir(), 'lesson-'));
afterAll(() => rmSync(folder, { recursive: true }));
const context = { folder: 'lessons', host: createLessonHost('lessons/prepare') };
const file = join(folder, 'small.md');

/** Every finding of working through a lesson, as `line code`; that it is short is no matter here. */
async function findings(source: string): Promise<readonly string[]> {
  writeFileSync(file, source);
  const { problems } = await checkLessonFile(file, context);
  return problems.filter(({ code }) => code !== 'length').map(({ line, code }) => `${line} ${code}`);
}

const lineOf = (source: string, text: string) =>
  source.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('working through a lesson', () => {
  it('finds nothing in a sound one', async () => {
    expect(await findings(SMALL_LESSON)).toEqual([]);
  });

  it.each<[string, string, string, string, string]>([
    ['a setup that fails', 'const two = 2;', 'const two = toe;', 'const two = toe', 'code-fails'],
    ['an example that fails', 'const sum = two + two;', 'const sum = tow;', 'const sum = tow', 'code-fails'],
    [
      'a prediction that does not come true',
      'check.equal(sum, 4',
      'check.equal(sum, 3',
      'check.equal(sum, 3',
      'check-fails',
    ],
    ['a solution that its check refuses', 'add(2, 3), 5', 'add(2, 3), 6', 'add(2, 3), 6', 'check-fails'],
    [
      'a wrong answer that passes',
      'const add = (a, b) => a - b;',
      'const add = (a, b) => b + a;',
      'b + a',
      'wrong-answer-passes',
    ],
    ['a wrong answer with another message', 'says: make five', 'says: make six', 'a - b', 'wrong-message'],
    ['a number that is not what the code gives', '[4](value:sum)', '[5](value:sum)', '[5]', 'value-differs'],
    ['a number that no code gives', '[4](value:sum)', '[4](value:som)', '[4]', 'unknown-value'],
    ['a link to nowhere', 'Some words', 'Some [words](#away)', 'Some [words]', 'dead-link'],
    ['a link out of the lab', 'Some words', 'Some [words](https://example.org)', 'Some [words]', 'dead-link'],
    [
      'a preparation that there is not',
      'clock: 2024-03-01',
      'prepare: [nothing]',
      '---',
      'unknown-preparation',
    ],
    [
      'a variable of the head that no code names',
      'clock: 2024-03-01',
      'clock: 2024-03-01\n  seed: 7',
      '---',
      'unused-variable',
    ],
    ['a number that somebody typed', 'Some words', 'Some 0.8182 words', 'Some 0.8182', 'typed-number'],
  ])('finds %s', async (_, part, replacement, place, code) => {
    const source = changed(part, replacement);
    expect(await findings(source)).toContain(`${lineOf(source, place)} ${code}`);
  });

  it('gives cells the variables of the head', async () => {
    const source = changed('clock: 2024-03-01', 'clock: 2024-03-01\n  asOf: 2024-01-31\n  seed: 2');
    const used = source.replace(
      'const two = 2;',
      "if (AS_OF !== '2024-01-31') throw new Error(AS_OF);\nconst two = SEED;",
    );
    expect(await findings(used)).toEqual([]);
  });

  it('finds free code whose check breaks instead of explaining', async () => {
    const free = changed('const add = (a, b) => ____;', '// your code');
    expect(await findings(free)).toEqual([`${lineOf(free, '// your code') - 1} untouched-exercise`]);
    const guarded = free.replace(
      'check.equal(add(2, 3), 5,',
      "check.true(typeof add === 'function', { hint: 'Define add.' });\ncheck.equal(add(2, 3), 5,",
    );
    expect(await findings(guarded)).toEqual([]);
  });

  it('finds a solution that does not pass any more once a mistake was made', async () => {
    const source = changed(
      'const add = (a, b) => a - b;',
      'globalThis.spoilt = true;\nconst add = (a, b) => a - b;',
    ).replace('check.equal(add(-1, 1), 0,', 'check.true(globalThis.spoilt !== true || add(1, -1) > 0,');
    expect(await findings(source)).toContain(`${lineOf(source, 'globalThis.spoilt !== true')} check-fails`);
    Reflect.deleteProperty(globalThis, 'spoilt');
  });

  it('writes the numbers that its code gives, and nothing else', async () => {
    writeFileSync(file, changed('[4](value:sum)', '[0.00](value:sum)'));
    await checkLessonFile(file, { ...context, isWriting: true });
    expect(readFileSync(file, 'utf8')).toBe(changed('[4](value:sum)', '[4.00](value:sum)'));
  });

  it('takes a file that cannot be read as a finding', async () => {
    expect(await findings('# No lesson')).toEqual(['1 no-front-matter']);
  });
});
