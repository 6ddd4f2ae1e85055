import { basename } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addRuns,
  describeRuns,
  type LessonsReport,
  rehearseVersions,
} from '../../src/headless/check-lessons.ts';
import { createLessonHost } from '../../src/headless/lesson-host.ts';
import { readCourse } from '../../src/headless/read-course.ts';
import type { LessonProblem } from '../../src/notebook/lesson/lesson-problem.ts';

/** Files that share the course, so that each processor has its part of the work. */
export const N_PARTS = 4;

/** Works through every fourth lesson, from this one on, in each language. */
export function rehearsePart(part: number): void {
  const { lessons, files } = readCourse('lessons');
  const mine = lessons.filter((_, i) => i % N_PARTS === part - 1);
  const context = { folder: 'lessons', host: createLessonHost('lessons/prepare') };
  const reports: LessonsReport[] = [];
  afterAll(() => console.log(`lessons, part ${part} of ${N_PARTS}, ${describeRuns(addRuns(reports))}`));

  describe('working through the lessons', () => {
    it.each(mine.map(({ name }) => name))(
      '%s, in each language: every solution passes, every wrong answer gets its own message, every number is what the code gives',
      { timeout: 1_200_000 },
      async (name) => {
        const versions = files.filter(({ file }) => basename(file) === name);
        const report = await rehearseVersions(versions, context);
        reports.push(report);
        expect(report.problems.map(told)).toEqual([]);
        expect(report.nRuns.en).toBeGreaterThan(20);
        expect(report.nRuns.fr).toBe(report.nRuns.en);
      },
    );

    // A lesson link may set them. Both languages have the same code, so the first one will do.
    it.each(mine.filter(({ versions }) => versions.en?.lesson.start.asOf).map(({ name }) => name))(
      '%s: every solution passes with another AS_OF and SEED',
      { timeout: 1_200_000 },
      async (name) => {
        const versions = files.filter(({ file }) => basename(file) === name).slice(0, 1);
        const variables = { AS_OF: '2023-12-31', SEED: 7 };
        const report = await rehearseVersions(versions, { ...context, variables });
        expect(report.problems.map(told)).toEqual([]);
      },
    );
  });
}

function told({ file, line, message }: LessonProblem): string {
  return `${file}:${line}: ${message}`;
}
