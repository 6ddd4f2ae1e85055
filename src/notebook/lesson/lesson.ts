import type { Language } from './language.ts';
import type { Picture } from './picture.ts';

/** A lesson as read from its file: everything a page, a rehearsal and a report need; no further reading of Markdown. */
export interface Lesson {
  readonly kind: 'lesson';
  readonly version: 1;
  readonly language: Language;
  /** The lesson's name in addresses and files, the same in every language. */
  readonly slug: string;
  /** Its place in the course; null for a teacher's own. */
  readonly number: number | null;
  readonly title: string;
  /** What the student can do at the end, in one sentence. */
  readonly goal: string;
  readonly minutes: number;
  /** Slugs of the lessons that should come before. */
  readonly requires: readonly string[];
  readonly start: LessonStart;
  /** What stands before the first step; a setup in it is run for every step. */
  readonly introduction: readonly Block[];
  readonly steps: readonly Step[];
  /** Every number of the text that code must give, in order. */
  readonly shownValues: readonly ShownValue[];
}

/** What every step of a lesson finds: a lab of its own, made anew. */
export interface LessonStart {
  /** The shipped dataset to load, null for an empty lab. */
  readonly dataset: string | null;
  /** What the clock shows, as ISO text; null for where the dataset leaves it. */
  readonly clock: string | null;
  /** The month end that cells find as `AS_OF`, as `2024-01-31`, unless a link says another; null for no such variable. */
  readonly asOf: string | null;
  /** The whole number that cells find as `SEED`, unless a link says another; null for no such variable. */
  readonly seed: number | null;
  /** Shared preparations run first, by the names of their files in `lessons/prepare`. */
  readonly prepare: readonly string[];
}

/** One step: it opens when the exercises before it are solved, and starts from the lesson's start and its own setup. */
export interface Step {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  readonly takeaway: Takeaway;
}

/** What stays of a step: one sentence, and what comes next. Markdown. */
export interface Takeaway {
  readonly learned: string;
  readonly next: string | null;
}

/** One thing on the page, in the order of the file. */
export type Block =
  | TextBlock
  | SetupBlock
  | ExampleBlock
  | ExerciseBlock
  | QuestionBlock
  | PythonBlock
  | PictureBlock
  | ValuesBlock;

/** Text in Markdown. */
export interface TextBlock {
  readonly kind: 'text';
  readonly markdown: string;
  readonly line: number;
}

/** Code that is run before the step begins; shown folded. */
export interface SetupBlock {
  readonly kind: 'setup';
  /** Of the cell; unique in the lesson and the same in every language, as all ids of blocks are. */
  readonly id: string;
  readonly code: Code;
}

/** Code that is shown and can be run and edited. */
export interface ExampleBlock {
  readonly kind: 'example';
  readonly id: string;
  readonly code: Code;
  /** The name of the error that it is there to show, null for code that runs through. */
  readonly throws: string | null;
  /** What is asked before it may be run, null for nothing. */
  readonly prediction: Prediction | null;
}

/** Code to complete: blanks to fill, or free where there are none. */
export interface ExerciseBlock {
  readonly kind: 'exercise';
  readonly id: string;
  readonly code: Code;
  readonly nBlanks: number;
  /** Markdown, to be given one at a time. */
  readonly hints: readonly string[];
  readonly solution: Code;
  /** Run in a scope of its own after the student's code: it sees the notebook, and as `result` what that showed. */
  readonly check: Code;
  readonly wrongAnswers: readonly WrongAnswer[];
}

/** A known mistake, and what the check must say to it. */
export interface WrongAnswer {
  readonly code: Code;
  /** A part of the hint, or of the error, that this very mistake must get. */
  readonly says: string;
}

/** A question before code is run: choices, or free words where there are none. */
export interface Prediction {
  readonly markdown: string;
  readonly choices: readonly Choice[];
  /** Run after the example by the rehearsal alone: the marked choice is what the code gives. Null for free words. */
  readonly check: Code | null;
  readonly line: number;
}

/** One choice, and what is said to the one who took it. Markdown. */
export interface Choice {
  readonly markdown: string;
  readonly reply: string;
  readonly isRight: boolean;
}

/** A question of reflection; the model answer is shown after the student's own. Markdown. */
export interface QuestionBlock {
  readonly kind: 'question';
  readonly id: string;
  readonly markdown: string;
  readonly answer: string;
  readonly line: number;
}

/** The equal lines of Feast, MLflow or scikit-learn, folded. */
export interface PythonBlock {
  readonly kind: 'python';
  readonly id: string;
  readonly code: Code;
}

/** One of the app's moving pictures, over the lab of the lesson. */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly id: string;
  readonly picture: Picture;
  readonly line: number;
}

/** Code that gives the numbers of the text, as one object; for the rehearsal, and for those who ask where one is from. */
export interface ValuesBlock {
  readonly kind: 'values';
  readonly id: string;
  readonly code: Code;
}

/** Code with the line of the file that its first line is. */
export interface Code {
  readonly source: string;
  readonly line: number;
}

/** A number in the text, written as `[0.821](value:auc)`. */
export interface ShownValue {
  readonly name: string;
  /** As written; its form says how to write the value. */
  readonly text: string;
  readonly line: number;
}
