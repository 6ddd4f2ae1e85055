import type { Block, Lesson } from './lesson.ts';

/** A text in Markdown, with the line that it is near. */
export interface LessonText {
  readonly text: string;
  readonly line: number;
}

/** Every text in Markdown that a student reads, with the line it is near. */
export function textsOf(lesson: Lesson): readonly LessonText[] {
  const ofBlock = (block: Block): readonly LessonText[] => {
    switch (block.kind) {
      case 'text':
        return [{ text: block.markdown, line: block.line }];
      case 'exercise':
        return block.hints.map((text) => ({ text, line: block.code.line }));
      case 'question':
        return [block.markdown, block.answer].map((text) => ({ text, line: block.line }));
      case 'picture':
        return [{ text: block.picture.caption, line: block.line }];
      case 'example': {
        const { prediction } = block;
        if (prediction === null) return [];
        const choices = prediction.choices.flatMap((choice) => [choice.markdown, choice.reply]);
        return [prediction.markdown, ...choices].map((text) => ({ text, line: prediction.line }));
      }
      default:
        return [];
    }
  };
  return [
    ...lesson.introduction.flatMap(ofBlock),
    ...lesson.steps.flatMap(({ blocks, takeaway, line }) => [
      ...blocks.flatMap(ofBlock),
      ...[takeaway.learned, takeaway.next ?? ''].map((text) => ({ text, line })),
    ]),
  ];
}
