// valibot: validates what comes from outside with the types inferred.
import * as v from 'valibot';
import { reportLabSchema } from './report-lab.ts';
import { reportOutputSchema } from './report-output.ts';

/** Version of the reports that this lab writes. */
export const REPORT_VERSION = 1;

const text = v.string();
const id = v.pipe(text, v.regex(/^[A-Za-z0-9._-]+$/), v.maxLength(120));
const name = v.pipe(text, v.minLength(1), v.maxLength(200));
const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));

const cellRun = v.strictObject({
  end: v.picklist(['ok', 'error', 'stopped']),
  startedAt: instant,
  durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
  /** The text as it was run, where the cell has another one now. */
  source: v.nullable(text),
});

const cell = {
  id,
  source: text,
  /** Whether the student changed the lesson's own text. */
  isChanged: v.boolean(),
  /** Null for a cell that never ran. */
  run: v.nullable(cellRun),
  outputs: v.array(reportOutputSchema),
};

const example = v.strictObject({ kind: v.literal('example'), ...cell });

const exercise = v.strictObject({
  kind: v.literal('exercise'),
  ...cell,
  passedAt: v.nullable(instant),
  nTries: count,
  nHints: count,
  nHintsInAll: count,
  solutionSeenAt: v.nullable(instant),
  /** What the last check found. */
  checkOutputs: v.array(reportOutputSchema),
});

const prediction = v.strictObject({
  kind: v.literal('prediction'),
  id,
  question: text,
  choices: v.array(v.strictObject({ text, isRight: v.boolean() })),
  choice: v.nullable(count),
  answer: text,
  answeredAt: v.nullable(instant),
});

const question = v.strictObject({
  kind: v.literal('question'),
  id,
  question: text,
  answer: text,
  answeredAt: v.nullable(instant),
});

const step = v.strictObject({
  id,
  title: text,
  doneAt: v.nullable(instant),
  tasks: v.array(v.variant('kind', [example, exercise, prediction, question])),
  /** Null where nothing ran in the step. */
  lab: v.nullable(reportLabSchema),
});

const lesson = v.strictObject({
  lessonId: id,
  title: name,
  language: v.picklist(['en', 'fr']),
  number: v.nullable(count),
  startedAt: instant,
  changedAt: instant,
  /** How long the lesson was in sight and worked on. */
  timeMs: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
  /** The link that it was worked on by, as `encodeLink` wrote it. */
  link: v.nullable(text),
  /** The file of a lesson that is not the lab's own. */
  markdown: v.nullable(text),
  steps: v.array(step),
});

/**
 * What a student hands in, built from what the lab stored: one lesson or several. Self-reported: everything in it is
 * what the student's own computer says, and a lab that runs in the browser alone cannot prove who did the work.
 */
export const reportSchema = v.strictObject({
  kind: v.literal('report'),
  version: v.literal(REPORT_VERSION),
  isSelfReported: v.literal(true),
  /** As typed. */
  student: name,
  language: v.picklist(['en', 'fr']),
  /** UTC milliseconds of the student's computer. */
  writtenAt: instant,
  appVersion: v.pipe(text, v.maxLength(80)),
  lessons: v.pipe(v.array(lesson), v.maxLength(200)),
});

/** See `reportSchema`. */
export type Report = v.InferOutput<typeof reportSchema>;

/** One lesson of a report, one of its steps, and what the student did there. */
export type ReportLesson = Report['lessons'][number];
export type ReportStep = ReportLesson['steps'][number];
export type ReportTask = ReportStep['tasks'][number];
export type ReportExercise = v.InferOutput<typeof exercise>;
