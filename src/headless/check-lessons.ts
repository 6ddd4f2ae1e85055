import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { checkCourse, checkPreparations } from '../notebook/lesson/check-course.ts';
import { checkLinks } from '../notebook/lesson/check-links.ts';
import { checkReading } from '../notebook/lesson/check-reading.ts';
import { checkValues, textOf } from '../notebook/lesson/check-values.ts';
import type { LessonHost } from '../notebook/lesson/lesson-lab.ts';
import type { LessonProblem } from '../notebook/lesson/lesson-problem.ts';
import type { LessonVariables } from '../notebook/lesson/lesson-variables.ts';
import { type Rehearsal, rehearseLesson } from '../notebook/lesson/rehearse-lesson.ts';
import { rewriteShownValues } from '../notebook/lesson/shown-values.ts';
import { LINKED_STATIONS } from '../notebook/lesson/stations.ts';
import { listPreparations } from './lesson-host.ts';
import { type CourseOnDisk, type LessonOnDisk, readCourse, readLesson } from './read-course.ts';

/** What a check of lessons found. */
export interface LessonsReport {
  readonly problems: readonly LessonProblem[];
  readonly nLessons: number;
  /** Cells that were run. */
  readonly nRuns: number;
}

/** Where the course lies, and what works through its lessons. */
export interface LessonsContext {
  /** The folder of `en`, `fr` and `prepare`. */
  readonly folder: string;
  readonly host: LessonHost;
  /** Fill in the numbers of the texts instead of comparing them. */
  readonly isWriting?: boolean;
  /** Works through the solutions with another month or seed, and leaves the mistakes and the numbers of the texts out. */
  readonly variables?: LessonVariables | undefined;
}

/** What is wrong with the course as files: their form, their links, their length, their languages. Runs nothing. */
export function checkCourseFiles(folder: string): {
  readonly course: CourseOnDisk;
  readonly problems: readonly LessonProblem[];
} {
  const course = readCourse(folder);
  const checks = { stations: LINKED_STATIONS, preparations: listPreparations(`${folder}/prepare`) };
  return { course, problems: [...course.problems, ...checkCourse(course.lessons, checks)] };
}

/**
 * Works through every lesson of the course in its first language; the others have the same code, which is compared, and
 * their numbers are compared with what that code gave.
 */
export async function checkWholeCourse(context: LessonsContext): Promise<LessonsReport> {
  const { course, problems } = checkCourseFiles(context.folder);
  const reports: LessonsReport[] = [];
  for (const { name } of course.lessons)
    reports.push(
      await rehearseVersions(
        course.files.filter(({ file }) => basename(file) === name),
        context,
      ),
    );
  return {
    problems: [...problems, ...reports.flatMap((report) => report.problems)],
    nLessons: course.lessons.length,
    nRuns: reports.reduce((sum, report) => sum + report.nRuns, 0),
  };
}

/** Works through a lesson in the first of its languages, and compares or fills in the numbers of all of them. */
export async function rehearseVersions(
  versions: readonly LessonOnDisk[],
  { host, isWriting = false, variables }: LessonsContext,
): Promise<LessonsReport> {
  const [first] = versions;
  // What cannot be read whole cannot be worked through; its findings are told already.
  if (first === undefined || first.lesson === null || first.problems.length > 0)
    return { problems: [], nLessons: 0, nRuns: 0 };
  const lessonFile = { file: first.file, lesson: first.lesson };
  const isAsWritten = variables === undefined;
  const rehearsal = await rehearseLesson(lessonFile, host, { variables, makesMistakes: isAsWritten });
  const numbers = !isAsWritten
    ? []
    : versions.flatMap((version) => settleValues(version, rehearsal, isWriting));
  return { problems: [...rehearsal.problems, ...numbers], nLessons: 1, nRuns: rehearsal.nRuns };
}

/** Checks one file, of the course or from anywhere, and works through it in its own language. */
export async function checkLessonFile(file: string, context: LessonsContext): Promise<LessonsReport> {
  const version = readLesson(file);
  const { lesson, problems } = version;
  if (lesson === null) return { problems, nLessons: 1, nRuns: 0 };
  const lessonFile = { file, lesson };
  const siblings = readCourse(dirname(dirname(file))).lessons.flatMap(({ name, versions }) => {
    const sibling = versions[lesson.language];
    return sibling === undefined ? [] : [[name, sibling.lesson] as const];
  });
  const texts = [
    ...checkPreparations(lessonFile, listPreparations(`${context.folder}/prepare`)),
    ...checkLinks(lessonFile, { files: new Map(siblings), stations: LINKED_STATIONS }),
    ...checkReading(lessonFile),
  ];
  const report = await rehearseVersions([version], context);
  return { ...report, problems: [...problems, ...texts, ...report.problems], nLessons: 1 };
}

function settleValues(
  version: LessonOnDisk,
  { values }: Rehearsal,
  isWriting: boolean,
): readonly LessonProblem[] {
  const { file, source, lesson } = version;
  if (lesson === null) return [];
  if (!isWriting) return checkValues({ file, lesson }, values);
  const written = rewriteShownValues(source, (shown) => textOf(shown, values, lesson.language) ?? shown.text);
  if (written !== source) writeFileSync(file, written);
  return checkValues({ file, lesson }, values).filter(({ code }) => code === 'unknown-value');
}
