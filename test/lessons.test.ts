import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourseFiles, rehearseVersions } from '../src/headless/check-lessons.ts';
import { createLessonHost } from '../src/headless/lesson-host.ts';
import type { LessonProblem } from '../src/notebook/lesson/lesson-problem.ts';
import { LINKED_STATIONS } from '../src/notebook/lesson/stations.ts';
import { STATIONS } from '../src/ui/shell/routes.ts';

const folder = 'lessons';
const { course, problems } = checkCourseFiles(folder);
const context = { folder, host: createLessonHost(`${folder}/prepare`) };

describe('the lessons', () => {
  it('are well formed, lead nowhere else, read easily, and are the same in both languages', () => {
    expect(course.lessons.length).toBeGreaterThan(0);
    expect(problems.map(told)).toEqual([]);
  });

  it('may link to the stations that the page has', () => {
    expect(LINKED_STATIONS).toEqual(STATIONS);
  });

  it.each(course.lessons.map(({ name }) => name))(
    '%s: every solution passes, every wrong answer gets its own message, every number is what the code gives',
    { timeout: 600_000 },
    async (name) => {
      const versions = course.files.filter(({ file }) => basename(file) === name);
      const report = await rehearseVersions(versions, context);
      expect(report.problems.map(told)).toEqual([]);
      expect(report.nRuns).toBeGreaterThan(20);
    },
  );
});

function told({ file, line, message }: LessonProblem): string {
  return `${file}:${line}: ${message}`;
}
