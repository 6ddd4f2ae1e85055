import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { decodeLink } from '../../notebook/link/decode-link.ts';
import { randomId } from '../notebook/new-notebook.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { lockFor } from './lesson-locks.ts';
import { applyLessonRescue } from './lesson-rescue.ts';
import { createLessonWorkspace } from './lesson-workspace.ts';
import { loadCourse } from './open-course.ts';
import { type OpenLesson, type OpenLessonOptions, openLesson } from './open-lesson.ts';
import { openLessonHost } from './open-lesson-host.ts';
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
  const decoded = link === null ? null : decodeLink(link.text).link;
  const lesson = await openLesson({
    ...{ lessonId, readable, course, loadPreparation },
    onTopics: (topics) => tellTopics(topics),
    link: decoded,
    linkOpenedAt: link?.openedAt ?? null,
    openHost: openLessonHost,
    workspace: createLessonWorkspace(lessonId),
    now: () => Date.now(),
    newId: randomId,
  });
  return onPage(lesson, await shareLesson(lesson, course));
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
