import type { Block, Lesson } from '../../notebook/lesson/lesson.ts';
import type { LessonProblem } from '../../notebook/lesson/lesson-problem.ts';
import { parseLesson } from '../../notebook/lesson/parse-lesson.ts';
import { type ReadableLesson, renderTexts } from '../../notebook/lesson/readable-lesson.ts';
import { renderMarkdown } from '../../notebook/markdown/render-markdown.ts';
import { withHardSpaces, withHardSpacesInHtml } from '../i18n/hard-spaces.ts';
import { highlightLines } from '../notebook/editor/highlight.ts';
import { writePaint } from './paint.ts';

/** A lesson file made ready to be shown, and what is wrong with it. */
export interface CompiledLesson {
  /** Null where the file cannot be read at all. */
  readonly readable: ReadableLesson | null;
  readonly problems: readonly LessonProblem[];
}

/**
 * Reads a lesson file, renders its texts and colours its code: when the app is built, and for a teacher's own lesson.
 * Links to steps lead to them in the lesson `lessonIdOf` names.
 */
export function compileLesson(
  file: string,
  source: string,
  lessonIdOf: (slug: string) => string = (slug) => slug,
): CompiledLesson {
  const { lesson, problems } = parseLesson(file, source);
  if (lesson === null) return { readable: null, problems };
  const isFrench = lesson.language === 'fr';
  const blocks = (markdown: string): string => {
    const html = frameTables(addressLinks(renderMarkdown(markdown), lesson, lessonIdOf(lesson.slug)));
    return isFrench ? withHardSpacesInHtml(html) : html;
  };
  return {
    readable: {
      lesson: renderTexts(isFrench ? withHardTitles(lesson) : lesson, {
        blocks,
        inline: (markdown) => withoutParagraph(blocks(markdown)),
      }),
      paint: Object.fromEntries(codeOf(lesson).map(([id, code]) => [id, writePaint(highlightLines(code))])),
    },
    problems,
  };
}

function withHardTitles(lesson: Lesson): Lesson {
  return {
    ...lesson,
    title: withHardSpaces(lesson.title),
    goal: withHardSpaces(lesson.goal),
    steps: lesson.steps.map((step) => ({ ...step, title: withHardSpaces(step.title) })),
  };
}

/** Links as files have them, `04-a-training-set.md#step` and `#step`, as addresses of the app. */
function addressLinks(html: string, lesson: Lesson, lessonId: string): string {
  return html.replace(/href="((?:\d+-)?([\w-]+)\.md)?(?:#([\w-]+))?"/g, (link, file, slug, id) => {
    if (file === undefined && id === undefined) return link;
    const step = file === undefined ? stepWith(lesson, id) : id;
    return `href="#/lessons/${file === undefined ? lessonId : slug}${step === undefined ? '' : `/${step}`}"`;
  });
}

/** Tables that are wider than a phone scroll in a frame, by keyboard too. */
function frameTables(html: string): string {
  return html
    .replaceAll('<table>', '<div class="table-frame" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** The step of that id, or the one that has the block of that id. */
function stepWith({ steps }: Lesson, id: string): string | undefined {
  return steps.find(
    (step) => step.id === id || step.blocks.some((block) => block.kind !== 'text' && block.id === id),
  )?.id;
}

function withoutParagraph(html: string): string {
  return html.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}

function codeOf({ introduction, steps }: Lesson): [id: string, source: string][] {
  const blocks: readonly Block[] = [...introduction, ...steps.flatMap((step) => step.blocks)];
  return blocks.flatMap((block) =>
    'code' in block && block.kind !== 'python' ? [[block.id, block.code.source]] : [],
  );
}
