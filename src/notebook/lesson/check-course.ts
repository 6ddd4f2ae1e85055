import { suggest } from '../../core/errors.ts';
import { checkLinks } from './check-links.ts';
import { checkReading } from './check-reading.ts';
import { compareLanguages } from './compare-languages.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { LessonFile } from './lesson-file.ts';
import { type LessonProblem, listProblems } from './lesson-problem.ts';

/** A lesson of the course: its file's name, the same in every language, and what was read in each. */
export interface CourseLesson {
  /** `03-point-in-time-joins.md` */
  readonly name: string;
  readonly versions: Readonly<Partial<Record<Language, LessonFile>>>;
}

/** What must be in every lesson of the course. */
const LEAST = { exercise: 4, question: 1, picture: 1, python: 1 } as const;

/**
 * What is wrong with the lessons of a course as texts: links, names of files, length and reading level, what a lesson
 * must have, and whether its languages are the same. Runs nothing; `rehearseLesson` does.
 */
export function checkCourse(
  lessons: readonly CourseLesson[],
  {
    stations,
    preparations,
  }: { readonly stations: readonly string[]; readonly preparations: readonly string[] },
): readonly LessonProblem[] {
  return lessons.flatMap(({ name, versions }) => {
    const [original, ...translations] = LANGUAGES.flatMap((language) => versions[language] ?? []);
    if (original === undefined) return [];
    return [original, ...translations].flatMap((version) => {
      const { language } = version.lesson;
      const siblings = lessons.flatMap((other) => {
        const sibling = other.versions[language];
        return sibling === undefined ? [] : [[other.name, sibling.lesson] as const];
      });
      return [
        ...checkName(version, name),
        ...checkParts(version),
        ...checkPreparations(version, preparations),
        ...checkLinks(version, { files: new Map(siblings), stations }),
        ...checkReading(version),
        ...(version === original
          ? missingLanguages(original, versions)
          : compareLanguages(original, version)),
      ];
    });
  });
}

function checkName({ file, lesson }: LessonFile, name: string): readonly LessonProblem[] {
  const list = listProblems(file);
  const wanted = `${String(lesson.number ?? 0).padStart(2, '0')}-${lesson.slug}.md`;
  if (name !== wanted) {
    list.add(1, {
      code: 'file-name',
      message: `the file is called ${name}`,
      hint: `by its number and slug it is ${wanted}`,
    });
  }
  return list.problems;
}

function checkParts({ file, lesson }: LessonFile): readonly LessonProblem[] {
  const list = listProblems(file);
  const blocks = [...lesson.introduction, ...lesson.steps.flatMap((step) => step.blocks)];
  const add = (part: string, least: number, count: number): void => {
    if (count >= least) return;
    list.add(1, {
      code: 'too-few',
      message: `the lesson has ${count} blocks of kind '${part}'`,
      hint: `a lesson of the course has ${least} at least`,
    });
  };
  for (const [kind, least] of Object.entries(LEAST))
    add(kind, least, blocks.filter((block) => block.kind === kind).length);
  const predictions = blocks.filter((block) => block.kind === 'example' && block.prediction !== null);
  add('predict', 1, predictions.length);
  return list.problems;
}

/** Preparations that a lesson wants and that there are not. */
export function checkPreparations(
  { file, lesson }: LessonFile,
  preparations: readonly string[],
): readonly LessonProblem[] {
  const list = listProblems(file);
  for (const name of lesson.start.prepare.filter((one) => !preparations.includes(one))) {
    list.add(1, {
      code: 'unknown-preparation',
      message: `the lesson starts from the preparation '${name}', which there is not`,
      hint: suggest(name, preparations),
    });
  }
  return list.problems;
}

function missingLanguages(
  original: LessonFile,
  versions: CourseLesson['versions'],
): readonly LessonProblem[] {
  const list = listProblems(original.file);
  for (const language of LANGUAGES.filter((one) => versions[one] === undefined)) {
    list.add(1, {
      code: 'language-missing',
      message: `the lesson is not there in '${language}'`,
      hint: `add lessons/${language} with the same file name`,
    });
  }
  return list.problems;
}
