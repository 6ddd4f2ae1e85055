import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import type { LessonLink } from '../../notebook/link/lesson-link.ts';
import { randomId } from '../notebook/new-notebook.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { lockFor } from './lesson-locks.ts';
import { applyLessonRescue } from './lesson-rescue.ts';
import { createLessonWorkspace } from './lesson-workspace.ts';
import { loadCourse } from './open-course.ts';
import { type OpenLesson, type OpenLessonOptions, openLesson } from './open-lesson.ts';
import { type LessonTab, shareLesson } from './share-lesson.ts';
import { loadPreparation } from './shipped-lessons.ts';

/** A lesson of this page, and whether this tab is the one that works in it. */
export interface PageLesson extends OpenLesson {
  readonly tab: LessonTab;
}

let present: Promise<PageLesson> | null = null;
/** Of the page that shows the lesson now: one that was left and entered again has new queries to tell. */
let tellTopics: OpenLessonOptions['onTopics'] = () => undefined;

/** The lesson that this page works in, its texts put into another language where that was changed; another one closes it. */
export function openPageLesson(
  lessonId: string,
  readable: ReadableLesson,
  onTopics: OpenLessonOptions['onTopics'],
): Promise<PageLesson> {
  tellTopics = onTopics;
  const before = present;
  const next = (async () => {
    const old = await before?.catch(() => null);
    if (old?.lessonId === lessonId && old.readable === readable) return old;
    const translated = old?.lessonId === lessonId ? await old.translate(readable) : null;
    if (translated !== null) return onPage(translated, old!.tab);
    await old?.close();
    return open(lessonId, readable);
  })();
  present = next;
  return next;
}

/** Stores everything of the lesson that this page works in, and what is in its lab. */
export async function flushPageLesson(): Promise<void> {
  await (await present?.catch(() => null))?.flush();
}

/** Closes the lesson that this page works in, so that it is opened anew. */
export async function closePageLesson(): Promise<void> {
  const lesson = await present?.catch(() => null);
  present = null;
  lockFor('', null);
  await lesson?.close();
}

async function open(lessonId: string, readable: ReadableLesson): Promise<PageLesson> {
  const course = await loadCourse();
  await applyLessonRescue(browserTexts(), course);
  const { link } = await course.readLesson(lessonId);
  const lesson = await openLesson({
    ...{ lessonId, readable, course, loadPreparation },
    onTopics: (topics) => tellTopics(topics),
    link: link === null ? null : await readLink(link.text),
    linkOpenedAt: link?.openedAt ?? null,
    // What starts a kernel is fetched by who runs something.
    openHost: async (workspace, events) =>
      (await import('./open-lesson-host.ts')).openLessonHost(workspace, events),
    workspace: createLessonWorkspace(lessonId),
    now: () => Date.now(),
    newId: randomId,
  });
  return onPage(lesson, await shareLesson(lesson, course));
}

/** Most lessons are not worked on by a link, and what unpacks one is fetched for those that are. */
async function readLink(text: string): Promise<LessonLink | null> {
  const { decodeLink } = await import('../../notebook/link/decode-link.ts');
  return decodeLink(text).link;
}

function onPage(lesson: OpenLesson, tab: LessonTab): PageLesson {
  lockFor(lesson.readable.lesson.title, lesson.link);
  return {
    ...lesson,
    tab,
    async close() {
      await lesson.close();
      tab.close();
    },
  };
}
