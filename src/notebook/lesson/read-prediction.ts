import type { Choice } from './lesson.ts';

/** A prediction's text, taken apart at its task list. */
export interface PredictionText {
  readonly markdown: string;
  readonly choices: readonly Choice[];
}

/**
 * Reads a question with choices as a task list, `- [x]` the right one; what is indented below a choice is said to the
 * one who takes it.
 */
export function readPrediction(markdown: string): PredictionText {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^- \[[ xX]\] /.test(line));
  if (start < 0) return { markdown: markdown.trim(), choices: [] };
  const choices: { markdown: string; reply: string[]; isRight: boolean }[] = [];
  for (const line of lines.slice(start)) {
    const [, mark, text] = /^- \[([ xX])\] (.*)$/.exec(line) ?? [];
    if (mark !== undefined) choices.push({ markdown: text!.trim(), reply: [], isRight: mark !== ' ' });
    else choices.at(-1)!.reply.push(line.trim());
  }
  return {
    markdown: lines.slice(0, start).join('\n').trim(),
    choices: choices.map((choice) => ({ ...choice, reply: choice.reply.join('\n').trim() })),
  };
}
