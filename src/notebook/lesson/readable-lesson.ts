import type { Block, Lesson, Prediction, Step } from './lesson.ts';

/** A lesson that can be shown without a parser, a renderer or an editor. */
export interface ReadableLesson {
  /** Its texts are safe HTML where the file has Markdown; without the wrong answers, which only rehearsals need. */
  readonly lesson: Lesson;
  /** How the code of each block is coloured, by block id, see `paint.ts`. */
  readonly paint: Readonly<Record<string, string>>;
}

/** What a list says of a lesson. */
export interface LessonFacts
  extends Pick<Lesson, 'slug' | 'number' | 'language' | 'title' | 'goal' | 'minutes' | 'requires'> {
  readonly nSteps: number;
  readonly exerciseIds: readonly string[];
}

/** Makes HTML of a text in Markdown: of whole paragraphs, or of what stands within a line. */
export interface TextRenderer {
  blocks(markdown: string): string;
  inline(markdown: string): string;
}

/** The lesson with HTML in place of Markdown, and without its wrong answers. */
export function renderTexts(lesson: Lesson, renderer: TextRenderer): Lesson {
  return {
    ...lesson,
    introduction: lesson.introduction.map((block) => renderBlock(block, renderer)),
    steps: lesson.steps.map(
      (step): Step => ({
        ...step,
        blocks: step.blocks.map((block) => renderBlock(block, renderer)),
        takeaway: {
          learned: renderer.blocks(step.takeaway.learned),
          next: step.takeaway.next === null ? null : renderer.blocks(step.takeaway.next),
        },
      }),
    ),
  };
}

/** What a list says of a lesson. */
export function factsOf(lesson: Lesson): LessonFacts {
  const { slug, number, language, title, goal, minutes, requires, steps } = lesson;
  const exerciseIds = steps.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'exercise' ? [block.id] : [])),
  );
  return { slug, number, language, title, goal, minutes, requires, nSteps: steps.length, exerciseIds };
}

function renderBlock(block: Block, renderer: TextRenderer): Block {
  const { blocks, inline } = renderer;
  switch (block.kind) {
    case 'text':
      return { ...block, markdown: blocks(block.markdown) };
    case 'example':
      return { ...block, prediction: renderPrediction(block.prediction, renderer) };
    case 'exercise':
      return { ...block, hints: block.hints.map((hint) => blocks(hint)), wrongAnswers: [] };
    case 'question':
      return { ...block, markdown: blocks(block.markdown), answer: blocks(block.answer) };
    case 'picture':
      return { ...block, picture: { ...block.picture, caption: inline(block.picture.caption) } };
    default:
      return block;
  }
}

function renderPrediction(
  prediction: Prediction | null,
  { blocks, inline }: TextRenderer,
): Prediction | null {
  if (prediction === null) return null;
  return {
    ...prediction,
    markdown: blocks(prediction.markdown),
    choices: prediction.choices.map((choice) => ({
      ...choice,
      markdown: inline(choice.markdown),
      reply: blocks(choice.reply),
    })),
  };
}
