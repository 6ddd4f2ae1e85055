import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseLesson } from '../notebook/lesson/check-course.ts';
import { LANGUAGES, type Language } from '../notebook/lesson/language.ts';
import type { LessonFile } from '../notebook/lesson/lesson-file.ts';
import type { LessonProblem } from '../notebook/lesson/lesson-problem.ts';
import { type ParsedLesson, parseLesson } from '../notebook/lesson/parse-lesson.ts';

/** A lesson file as it lies on disk. */
export interface LessonOnDisk extends ParsedLesson {
  /** Its path, as findings name it. */
  readonly file: string;
  readonly source: string;
}

/** The lessons of a course, and what is wrong with the form of their files. */
export interface CourseOnDisk {
  readonly lessons: readonly CourseLesson[];
  readonly files: readonly LessonOnDisk[];
  readonly problems: readonly LessonProblem[];
}

/** Reads one lesson file. */
export function readLesson(file: string): LessonOnDisk {
  const source = readFileSync(file, 'utf8');
  return { file, source, ...parseLesson(file, source) };
}

/** Reads every `lessons/<language>/*.md` of `folder`, a lesson's languages put together by the name of its file. */
export function readCourse(folder: string): CourseOnDisk {
  const files = LANGUAGES.flatMap((language) =>
    lessonsIn(join(folder, language)).map((name) => ({
      name,
      language,
      ...readLesson(`${folder}/${language}/${name}`),
    })),
  );
  const names = [...new Set(files.map(({ name }) => name))].sort();
  const lessons = names.map((name): CourseLesson => {
    const versions: Partial<Record<Language, LessonFile>> = {};
    for (const { file, lesson, language } of files.filter((one) => one.name === name))
      if (lesson !== null) versions[language] = { file, lesson };
    return { name, versions };
  });
  return { lessons, files, problems: files.flatMap(({ problems }) => problems) };
}

function lessonsIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .sort()
    : [];
}
