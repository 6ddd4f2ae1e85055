import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCourseFiles } from '../../src/headless/check-lessons.ts';
import type { LessonProblem } from '../../src/notebook/lesson/lesson-problem.ts';
import { LINKED_STATIONS } from '../../src/notebook/lesson/stations.ts';
import { STATIONS } from '../../src/ui/shell/routes.ts';
import { N_PARTS } from './rehearse-part.ts';

const { course, problems } = checkCourseFiles('lessons');

describe('the lessons', () => {
  it('are well formed, lead nowhere else, read easily, and are the same in both languages', () => {
    expect(course.lessons.length).toBeGreaterThan(0);
    expect(problems.map(told)).toEqual([]);
  });

  it('are worked through in parts, of which none is missing', () => {
    const parts = readdirSync(import.meta.dirname).filter((name) => /^part-\d+\.test\.ts$/.test(name));
    expect(parts.sort()).toEqual(Array.from({ length: N_PARTS }, (_, i) => `part-${i + 1}.test.ts`));
  });

  it('may link to the stations that the page has', () => {
    expect(LINKED_STATIONS).toEqual(STATIONS);
  });
});

function told({ file, line, message }: LessonProblem): string {
  return `${file}:${line}: ${message}`;
}
