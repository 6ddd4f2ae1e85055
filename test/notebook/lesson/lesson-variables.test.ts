import { describe, expect, it } from 'vitest';
import {
  variablesOf,
  variablesProgram,
  variablesUsed,
} from '../../../src/notebook/lesson/lesson-variables.ts';
import { parseLesson } from '../../../src/notebook/lesson/parse-lesson.ts';
import { changed, SMALL_LESSON } from './small-lesson.ts';

const lessonOf = (source: string) => parseLesson('small.md', source).lesson!;

describe('the variables of a lesson', () => {
  it('are declared by one cell, and by none where the head gives none', () => {
    const source = changed('clock: 2024-03-01', 'asOf: 2024-01-31\n  seed: 7');
    expect(variablesProgram(variablesOf(lessonOf(source).start))).toEqual({
      cellId: 'lesson-settings',
      source: 'const AS_OF = "2024-01-31";\nconst SEED = 7;',
    });
    expect(variablesProgram(variablesOf(lessonOf(SMALL_LESSON).start))).toBeNull();
  });

  it('are used where the head gives them or code names them, in Python and in prose not', () => {
    expect(variablesUsed(lessonOf(SMALL_LESSON))).toEqual([]);
    expect(variablesUsed(lessonOf(changed('clock: 2024-03-01', 'seed: 7')))).toEqual(['SEED']);
    expect(variablesUsed(lessonOf(changed('add(2, 3), 5', 'add(AS_OF, 3), 5')))).toEqual(['AS_OF']);
    expect(variablesUsed(lessonOf(changed('lambda a, b: a', 'lambda a, SEED: a')))).toEqual([]);
    expect(variablesUsed(lessonOf(changed('Why add?', 'Why SEED?')))).toEqual([]);
    expect(variablesUsed(lessonOf(changed('two + two', 'two + two /* RESEEDED */')))).toEqual([]);
  });

  it('must be a day that exists and a whole number', () => {
    const problemsWith = (start: string) =>
      parseLesson('small.md', changed('clock: 2024-03-01', start)).problems.map(({ message }) => message);
    expect(problemsWith('asOf: 2024-13-01')).toEqual(['front matter start.asOf: a day that exists']);
    for (const start of ['asOf: January', 'seed: 4.5', 'seed: -1'])
      expect(problemsWith(start)).not.toEqual([]);
  });
});
