import type { CompileLesson } from '../../lab/course/load-lesson.ts';

/** Parser, renderer and highlighter are loaded for lessons that do not come with the lab only. */
export const compileOwn: CompileLesson = async (markdown, lessonId) => {
  const { compileLesson } = await import('./compile-lesson.ts');
  return compileLesson(`${lessonId}.md`, markdown).readable;
};
