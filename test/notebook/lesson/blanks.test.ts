import { describe, expect, it } from 'vitest';
import { countBlanks, findBlankMismatch, linesWithBlanks } from '../../../src/notebook/lesson/blanks.ts';

describe('blanks', () => {
  it('are found with their lines, and counted', () => {
    const source = 'const a = ____;\nconst b = 1;\nf(____, ____);';
    expect(linesWithBlanks(source)).toEqual([1, 3]);
    expect(countBlanks(source)).toBe(3);
    expect(linesWithBlanks('const __a = 1; // ___')).toEqual([]);
  });

  it.each([
    ['an expression', 'const a = ____;', 'const a = f(1) + 2;'],
    ['an operator', 'rows.filter((row) => row.at ____ now);', 'rows.filter((row) => row.at <= now);'],
    ['several', 'f(____, ____);', 'f(1, g(2, 3));'],
    ['the end', 'return ____', 'return 1 + 2'],
    ['lines laid out anew', 'f(a, { b: ____ });', 'f(\n  a,\n  {\n    b: longName,\n  },\n);'],
    ['other comments', '// fill in\nf(____);', 'f(1); // done'],
    ['the same text in a blank', 'a(____); a(1);', 'a(a(1)); a(1);'],
  ])('may be filled with %s', (_, exercise, solution) => {
    expect(findBlankMismatch(exercise, solution)).toBeNull();
  });

  it.each([
    ['another name', 'const a = ____;', 'const b = 1;'],
    ['something before', 'f(____);', 'x(); f(1);'],
    ['something after', 'f(____);', 'f(1); x'],
    ['a piece less', 'f(____); g();', 'f(1);'],
  ])('do not make up for %s', (_, exercise, solution) => {
    expect(findBlankMismatch(exercise, solution)).not.toBeNull();
  });
});
