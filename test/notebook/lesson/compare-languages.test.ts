import { describe, expect, it } from 'vitest';
import { compareLanguages } from '../../../src/notebook/lesson/compare-languages.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { findCodeDifference } from '../../../src/notebook/lesson/plain-code.ts';
import { changed, SMALL_LESSON } from './small-lesson.ts';

const english = SMALL_LESSON;
const french = changed('language: en', 'language: fr')
  .replace('Two and three make five.', 'Deux et trois font cinq.')
  .replace('says: make five', 'says: font cinq')
  .replace('// Adds two numbers.', '// Additionne deux nombres.')
  .replace('Why add?', 'Pourquoi additionner ?');
const compare = (translation: string) =>
  compareLanguages(lessonOf('en.md', english), lessonOf('fr.md', translation)).map(
    ({ line, code, message }) => `${line} ${code}: ${message}`,
  );

function lessonOf(file: string, source: string) {
  const { lesson, problems } = parseLesson(file, source);
  expect(problems).toEqual([]);
  return { file, lesson: lesson! };
}

describe('a translation', () => {
  it('may differ in text, comments and hints', () => {
    expect(compare(french)).toEqual([]);
  });

  it.each([
    ['other code', 'const sum = two + two;', 'const sum = two * two;', /code-differs: example 'four'/],
    ['another check', 'add(2, 3), 5,', 'add(2, 4), 6,', /code-differs: the check of 'add'/],
    ['a string that is data', '({ sum });', "({ sum, name: 'x' });", /code-differs: values 'sums'/],
    ['other minutes', 'minutes: 15', 'minutes: 20', /minutes is 20/],
    [
      'another right choice',
      '- [ ] 3\n  Count again.\n- [x] 4',
      '- [x] 3\n  Non.\n- [ ] 4',
      /choices of 'four'/,
    ],
    ['a block less', '```js values sums\n({ sum });\n```\n', '', /order of blocks in step 'adding'/],
    ['a hint less', '```md hint add\nIt is +.\n```\n', '', /number of hints/],
    ['another id of a step', '{#adding}', '{#addition}', /order of steps/],
    ['a value less', '[4](value:sum)', '4', /list of shown values/],
    [
      'a message of the other hint',
      'says: font cinq',
      'says: below zero',
      /wrong answer 1 of 'add' says 'below zero'/,
    ],
  ])('may not have %s', (_, part, replacement, expected) => {
    expect(french).toContain(part);
    expect(compare(french.replace(part, replacement)).join('\n')).toMatch(expected);
  });
});

describe('code of two languages', () => {
  it.each([
    ['comments', 'f(); // one', 'f(); // un'],
    ['hints', "check.true(x, { hint: 'no', name: 'a' });", "check.true(x, { hint: 'non', name: 'b' });"],
    [
      'hints with values',
      `check.true(x, { hint: \`no \${n}!\` });`,
      `check.true(x, { hint: \`non \${n} !\` });`,
    ],
    ['names of properties', "check.property('any', g, p);", "check.property('tous', g, p);"],
    ['what is printed', "console.log('rows', n);", "console.log('lignes', n);"],
    ['what an error says', "throw new Error('gone');", "throw new Error('parti');"],
    ['where lines end', "f(a, { hint: 'no' });", "f(\n  a,\n  { hint: 'non' },\n);"],
    ['code with blanks', 'x ____ y; // <', 'x ____ y; // fill'],
  ])('is the same but for %s', (_, one, other) => {
    expect(findCodeDifference(one, other)).toBeNull();
  });

  it.each([
    ['names of things', "new Entity({ name: 'user' });", "new Entity({ name: 'client' });"],
    ['arguments', "check.true(f('a'), { hint: 'x' });", "check.true(f('b'), { hint: 'x' });"],
    ['values in hints', `check.true(x, { hint: \`no \${n}\` });`, `check.true(x, { hint: \`no \${m}\` });`],
    ['strings within what is printed', "console.log(f('a'));", "console.log(f('b'));"],
    ['templates that are data', 'f(`a`);', 'f(`b`);'],
    ['length', 'f();', 'f(); g();'],
  ])('is not the same with other %s', (_, one, other) => {
    expect(findCodeDifference(one, other)).toBe(1);
  });
});
