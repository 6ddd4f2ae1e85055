// markdown-it: what of a text is prose, and what is code.
import MarkdownIt from 'markdown-it';
import type { Lesson } from './lesson.ts';
import type { LessonFile } from './lesson-file.ts';
import { type LessonProblem, listProblems } from './lesson-problem.ts';
import { textsOf } from './texts-of.ts';

/** How a lesson reads: LIX is words per sentence plus the share of words over six letters in per cent; news has 40 to 50. */
export interface Reading {
  readonly nWords: number;
  readonly nSentences: number;
  readonly lix: number;
}

const BOUNDS = {
  words: [500, 4_000],
  sentenceWords: 42,
  lix: { en: 42, fr: 48 },
  minutes: [10, 40],
} as const;
/** Digits that a person typed and code should give: decimals, and numbers from 1,000 on other than years. */
const TYPED_NUMBER =
  /(?<![\w.,/-])(?:\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+[.,]\d+|(?!(?:19|20)\d\d\b)\d{4,})(?![\w/-])/g;

const markdown = new MarkdownIt({ html: false });

/** How the texts of a lesson read, code left out. */
export function measureReading({ lesson }: Pick<LessonFile, 'lesson'>): Reading {
  const sentences = textsOf(lesson).flatMap(({ text }) => sentencesOf(text));
  const words = sentences.flatMap(wordsOf);
  const nLong = words.filter((word) => word.length > 6).length;
  const lix = words.length === 0 ? 0 : words.length / sentences.length + (100 * nLong) / words.length;
  return { nWords: words.length, nSentences: sentences.length, lix };
}

/**
 * Where a lesson is not what students of a first course can work through: too long or short, hard to read, sentences
 * without end, and numbers that no code gives or is given. A number that is neither stands in backticks, as a version does.
 */
export function checkReading({ file, lesson }: LessonFile): readonly LessonProblem[] {
  const list = listProblems(file);
  const { nWords, lix } = measureReading({ lesson });
  const [fewest, most] = BOUNDS.words;
  if (nWords < fewest || nWords > most) {
    list.add(1, {
      severity: 'warning',
      code: 'length',
      message: `the lesson has ${nWords} words`,
      hint: `students read ${fewest} to ${most} in the time of a lesson`,
    });
  }
  const [shortest, longest] = BOUNDS.minutes;
  if (lesson.minutes < shortest || lesson.minutes > longest) {
    list.add(1, {
      severity: 'warning',
      code: 'minutes',
      message: `the lesson takes ${lesson.minutes} minutes`,
      hint: `make it ${shortest} to ${longest}: split a longer one`,
    });
  }
  if (lix > BOUNDS.lix[lesson.language]) {
    list.add(1, {
      severity: 'warning',
      code: 'hard-to-read',
      message: `the reading level (LIX) is ${lix.toFixed(0)}`,
      hint: `keep it to ${BOUNDS.lix[lesson.language]}: shorter sentences, shorter words`,
    });
  }
  for (const { text, line } of textsOf(lesson)) {
    for (const sentence of sentencesOf(text)) {
      const nInSentence = wordsOf(sentence).length;
      if (nInSentence <= BOUNDS.sentenceWords) continue;
      list.add(line, {
        severity: 'warning',
        code: 'long-sentence',
        message: `a sentence has ${nInSentence} words: '${sentence.slice(0, 60)}…'`,
        hint: `${BOUNDS.sentenceWords} are the most: make two of it`,
      });
    }
  }
  const given = [...lesson.shownValues.map(({ text }) => text), ...numbersOfCode(lesson)];
  for (const { text, line } of textsOf(lesson)) {
    for (const [number] of proseOf(text).matchAll(TYPED_NUMBER)) {
      if (given.some((one) => one.includes(number) || one === number.replace(',', '.'))) continue;
      list.add(line, {
        severity: 'warning',
        code: 'typed-number',
        message: `the number ${number} is typed into the text`,
        hint: 'let code give it: [0.000](value:name) and a js values block; or put it in backticks if it is no result',
      });
    }
  }
  return list.problems;
}

/** The numbers that the code is given: a text may speak of them. */
function numbersOfCode(lesson: Lesson): readonly string[] {
  const blocks = [...lesson.introduction, ...lesson.steps.flatMap((step) => step.blocks)];
  return blocks.flatMap((block) =>
    'code' in block ? (block.code.source.match(/(?<![\w.])\d[\d_]*(?:\.\d+)?/g) ?? []) : [],
  );
}

/** The sentences of the prose, without lists' marks. A line of a list counts as one even without a full stop. */
function sentencesOf(text: string): readonly string[] {
  return proseOf(text)
    .split(/(?<=[.!?…:;])\s+|\n/)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The text of paragraphs, list items and headings; code counts as one short word. */
function proseOf(text: string): string {
  return markdown
    .parse(text, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? [])
        .map(({ type, content }) => {
          if (type === 'text') return content;
          if (type === 'code_inline') return 'code';
          return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
        })
        .join(''),
    )
    .join('\n');
}
