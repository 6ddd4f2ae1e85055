import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { checkCourse, checkPreparations } from '../notebook/lesson/check-course.ts';
import { checkLinks } from '../notebook/lesson/check-links.ts';
import { checkReading } from '../notebook/lesson/check-reading.ts';
import { checkValues, textOf } from '../notebook/lesson/check-values.ts';
import { LANGUAGES, type Language } from '../notebook/lesson/language.ts';
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
  /** Cells that were run, by language. */
  readonly nRuns: Readonly<Record<Language, number>>;
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

/** Works through every lesson of the course in each of its languages. */
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
    nRuns: addRuns(reports),
  };
}

/**
 * Works through a lesson in each of its languages, by that language's own cells, and compares or fills in its numbers. The
 * languages run one after the other in one host, which grows a forest once for all of them.
 */
export async function rehearseVersions(
  versions: readonly LessonOnDisk[],
  { host, isWriting = false, variables }: LessonsContext,
): Promise<LessonsReport> {
  const problems: LessonProblem[] = [];
  const nRuns = { ...NO_RUNS };
  // What cannot be read whole cannot be worked through; its findings are told already.
  const whole = versions.filter((version) => version.problems.length === 0);
  const isAsWritten = variables === undefined;
  for (const version of whole) {
    const { file, lesson } = version;
    if (lesson === null) continue;
    const rehearsal = await rehearseLesson({ file, lesson }, host, { variables, makesMistakes: isAsWritten });
    problems.push(...rehearsal.problems);
    if (isAsWritten) problems.push(...settleValues(version, rehearsal, isWriting));
    nRuns[lesson.language] += rehearsal.nRuns;
  }
  return { problems, nLessons: whole.length > 0 ? 1 : 0, nRuns };
}

/** What reports ran in all. */
export function addRuns(reports: readonly Pick<LessonsReport, 'nRuns'>[]): LessonsReport['nRuns'] {
  const sum = { ...NO_RUNS };
  for (const { nRuns } of reports) for (const language of LANGUAGES) sum[language] += nRuns[language];
  return sum;
}

/** How many cells ran, as one reads it. */
export function describeRuns(nRuns: LessonsReport['nRuns']): string {
  const ran = LANGUAGES.filter((language) => nRuns[language] > 0);
  return `cells run: ${ran.map((language) => `${nRuns[language]} ${language}`).join(', ') || 'none'}`;
}

const NO_RUNS: Readonly<Record<Language, number>> = { en: 0, fr: 0 };

/** Checks one file, of the course or from anywhere, and works through it in its own language. */
export async function checkLessonFile(file: string, context: LessonsContext): Promise<LessonsReport> {
  const version = readLesson(file);
  const { lesson, problems } = version;
  if (lesson === null) return { problems, nLessons: 1, nRuns: NO_RUNS };
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
