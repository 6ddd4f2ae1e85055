import { version } from '../../../package.json';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import type { Report } from '../../notebook/report/report.ts';
import { readLessonId } from '../course/lesson-id.ts';
import type { CompileLesson } from '../course/load-lesson.ts';
import { openLessonHost } from '../course/open-lesson-host.ts';
import { loadPreparation } from '../course/shipped-lessons.ts';
import { loadShippedLesson } from '../course/shipped-texts.ts';
import { openBrowserLab } from '../open-browser-lab.ts';
import { noteUnderWay } from '../storage/nothing-under-way.ts';
import { loadLabDatabase } from '../workspace/load-workspace.ts';
import { countReplaySteps, replayReport } from './replay-report.ts';
import { createReplayLabs } from './replay-workspace.ts';
import type { HandIn, ReviewStore } from './review-store.ts';

/** How far a replay is, in steps of lessons. */
export interface ReplayProgress {
  readonly done: number;
  readonly total: number;
  /** Whose code runs now. */
  readonly student: string;
}

/** What a replay of several hand-ins needs. */
export interface ReplayHandInsOptions {
  readonly review: Pick<ReviewStore, 'saveReplay'>;
  /** Reads the file of a teacher's own lesson. */
  readonly compile: CompileLesson;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReplayProgress) => void;
}

/** No cell of the course takes as long. */
const CELL_LIMIT_MS = 120_000;

/**
 * Replays hand-ins one after the other and keeps what comes of each; those that were done stay when it is cancelled.
 * Nothing of what students' code makes is stored.
 */
export async function replayHandIns(
  handIns: readonly HandIn[],
  { review, compile, signal, onProgress }: ReplayHandInsOptions,
): Promise<void> {
  const readable = handIns.flatMap(({ digest, report }) => (report === null ? [] : [{ digest, report }]));
  const total = readable.reduce((n, { report }) => n + countReplaySteps(report), 0);
  const createWorkspace = createReplayLabs({
    openLab: (database) => openBrowserLab({ database, codeVersion: version }),
    loadFreeLab: loadLabDatabase,
  });
  const end = noteUnderWay();
  let done = 0;
  try {
    for (const { digest, report } of readable) {
      const { student } = report;
      const lessons = await replayReport(report, {
        ...{ createWorkspace, loadPreparation, signal, cellLimitMs: CELL_LIMIT_MS },
        openHost: openLessonHost,
        loadLesson: (lesson) => loadReported(lesson, compile),
        onStep: () => onProgress({ done: done++, total, student }),
      });
      await review.saveReplay({ digest, appVersion: version, lessons });
      onProgress({ done, total, student });
    }
  } finally {
    end();
  }
}

/** The lesson as this lab has it; a teacher's own as the report brings it. */
async function loadReported(
  { lessonId, language, markdown }: Report['lessons'][number],
  compile: CompileLesson,
): Promise<ReadableLesson | null> {
  const { origin, slug } = readLessonId(lessonId);
  if (origin === 'shipped') return loadShippedLesson(slug, language);
  return markdown === null ? null : compile(markdown, lessonId);
}
