import type { CodeCell } from '../../notebook/document/notebook.ts';
import type { Language } from '../../notebook/lesson/language.ts';
import type { Block, Lesson, Step } from '../../notebook/lesson/lesson.ts';
import type { ReadableLesson } from '../../notebook/lesson/readable-lesson.ts';
import { checkIdOf } from '../../notebook/lesson/step-programs.ts';
import { plainText } from '../../notebook/report/plain-text.ts';
import {
  REPORT_VERSION,
  type Report,
  type ReportLesson,
  type ReportTask,
} from '../../notebook/report/report.ts';
import { reportOutputOf } from '../../notebook/report/report-output-of.ts';
import type { TaskProgressRecord } from './course-collections.ts';
import type { CourseStore } from './course-store.ts';
import { readLessonId } from './lesson-id.ts';
import { reportLabOf } from './report-lab-of.ts';

/** What a report is built from. */
export interface BuildReportOptions {
  readonly course: Pick<CourseStore, 'readLesson' | 'listRecords' | 'readOwnLesson' | 'notebooks'>;
  /** Lessons to report, in this order; those that were never opened are left out. */
  readonly lessonIds: readonly string[];
  readonly loadLesson: (lessonId: string) => Promise<ReadableLesson | null>;
  /** As typed. */
  readonly student: string;
  readonly language: Language;
  readonly appVersion: string;
  /** UTC milliseconds. */
  readonly now: number;
}

/** Builds a report of what is stored; nothing runs. */
export async function buildReport(options: BuildReportOptions): Promise<Report> {
  const { student, language, appVersion, now, lessonIds } = options;
  const lessons: ReportLesson[] = [];
  for (const lessonId of lessonIds) {
    const lesson = await reportLesson(lessonId, options);
    if (lesson !== null) lessons.push(lesson);
  }
  return {
    ...{ kind: 'report', version: REPORT_VERSION, isSelfReported: true },
    ...{ student: student.trim().slice(0, 200), language, writtenAt: now, appVersion, lessons },
  };
}

/** What was done with the cells and tasks of a lesson. */
interface Work {
  readonly cells: ReadonlyMap<string, CodeCell>;
  readonly tasks: ReadonlyMap<string, TaskProgressRecord>;
  /** Whether the lesson itself once said this in a cell. */
  readonly isLessons: (cellId: string, source: string) => boolean;
}

async function reportLesson(
  lessonId: string,
  { course, loadLesson }: BuildReportOptions,
): Promise<ReportLesson | null> {
  const { progress, tasks, bases, link } = await course.readLesson(lessonId);
  const readable = await loadLesson(lessonId);
  if (progress === null || readable === null) return null;
  const { lesson } = readable;
  const isKnown = (await course.notebooks.list()).some(({ id }) => id === lessonId);
  const cells = isKnown ? (await course.notebooks.read(lessonId)).cells : [];
  const work: Work = {
    cells: new Map(cells.flatMap((cell) => (cell.kind === 'code' ? [[cell.id, cell] as const] : []))),
    tasks: new Map(tasks.map((task) => [task.blockId, task])),
    isLessons: (cellId, source) => bases.some(({ sources }) => sources[cellId] === source),
  };
  const labs = new Map((await course.listRecords(lessonId)).map((record) => [record.stepId, record]));
  const { origin } = readLessonId(lessonId);
  return {
    ...{ lessonId, title: lesson.title, language: lesson.language, number: lesson.number },
    ...{ startedAt: progress.startedAt, changedAt: progress.changedAt, timeMs: progress.timeMs },
    link: link?.text ?? null,
    markdown: origin === 'own' ? ((await course.readOwnLesson(lessonId))?.markdown ?? null) : null,
    steps: stepsOf(lesson).map((step) => {
      const lab = labs.get(step.id);
      return {
        ...{ id: step.id, title: step.title },
        doneAt: progress.doneSteps.find(({ stepId }) => stepId === step.id)?.doneAt ?? null,
        tasks: step.blocks.flatMap((block) => tasksOf(block, work)),
        lab: lab === undefined ? null : reportLabOf(lab),
      };
    }),
  };
}

/** What stands before the first step is reported with it. */
function stepsOf({ introduction, steps }: Lesson): readonly Step[] {
  return steps.map((step, i) => (i === 0 ? { ...step, blocks: [...introduction, ...step.blocks] } : step));
}

function tasksOf(block: Block, work: Work): ReportTask[] {
  switch (block.kind) {
    case 'example': {
      const example: ReportTask = { kind: 'example', ...cellOf(block.id, block.code.source, work) };
      if (block.prediction === null) return [example];
      const { choice = null, answer = '', answeredAt = null } = work.tasks.get(block.id) ?? {};
      const choices = block.prediction.choices.map(({ markdown, isRight }) => ({
        text: plainText(markdown),
        isRight,
      }));
      const question = plainText(block.prediction.markdown);
      return [{ kind: 'prediction', id: block.id, question, choices, choice, answer, answeredAt }, example];
    }
    case 'exercise': {
      const task = work.tasks.get(block.id);
      return [
        {
          ...{ kind: 'exercise', ...cellOf(block.id, block.code.source, work) },
          ...{ passedAt: task?.passedAt ?? null, nTries: task?.nTries ?? 0, nHints: task?.nHints ?? 0 },
          ...{ nHintsInAll: block.hints.length, solutionSeenAt: task?.solutionSeenAt ?? null },
          checkOutputs: outputsOf(work.cells.get(checkIdOf(block.id))),
        },
      ];
    }
    case 'question': {
      const { answer = '', answeredAt = null } = work.tasks.get(block.id) ?? {};
      return [{ kind: 'question', id: block.id, question: plainText(block.markdown), answer, answeredAt }];
    }
    default:
      return [];
  }
}

function cellOf(id: string, given: string, { cells, isLessons }: Work) {
  const cell = cells.get(id);
  const source = cell?.source ?? given;
  const run = cell?.lastRun ?? null;
  return {
    ...{ id, source, isChanged: source !== given && !isLessons(id, source) },
    run:
      run === null
        ? null
        : {
            ...{ end: run.end, startedAt: run.startedAt, durationMs: Math.max(0, run.durationMs) },
            source: run.source === source ? null : run.source,
          },
    outputs: outputsOf(cell),
  };
}

function outputsOf(cell: CodeCell | undefined) {
  return (cell?.outputs ?? []).map(reportOutputOf);
}
