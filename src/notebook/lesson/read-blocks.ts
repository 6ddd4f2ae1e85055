import { countBlanks, findBlankMismatch } from './blanks.ts';
import { type BlockHead, readBlockHead } from './block-head.ts';
import type { Block, Code, ExampleBlock, ExerciseBlock, Prediction, Takeaway } from './lesson.ts';
import type { ProblemList } from './lesson-problem.ts';
import { LIMITS } from './limits.ts';
import { readCode } from './read-code.ts';
import { readPicture } from './read-picture.ts';
import { readPrediction } from './read-prediction.ts';
import type { Piece } from './scan-markdown.ts';

/** What reading the blocks of one step needs of its lesson. */
export interface BlockContext {
  readonly stepId: string;
  readonly list: ProblemList;
  /** Markdown with the shown values as plain text; takes the values down. */
  plain(markdown: string, line: number): string;
  /** Takes an id for the lesson, and reports one that is taken. */
  claim(id: string, line: number): void;
}

/** The blocks of one step, and its takeaway. */
export interface StepBlocks {
  readonly blocks: readonly Block[];
  readonly takeaway: Takeaway | null;
}

interface Fence extends BlockHead {
  readonly content: string;
  readonly line: number;
}

/** Owners take the blocks that have their label: an exercise its hints, solution, check and wrong answers. */
const PARTS = {
  exercise: ['hint', 'solution', 'check', 'wrong'],
  example: ['predict', 'check'],
  question: ['answer'],
};

/** Reads the pieces of one step: text, and fences put together by their labels. */
export function readBlocks(pieces: readonly Piece[], context: BlockContext): StepBlocks {
  const { list } = context;
  const fences = pieces.flatMap((piece): Fence[] => {
    if (piece.kind !== 'fence') return [];
    const head = readBlockHead(piece.info, piece.line, list);
    return head === null ? [] : [{ ...head, content: piece.content, line: piece.line }];
  });
  reportOrphans(fences, list);
  const blocks = pieces.flatMap((piece): readonly Block[] => {
    if (piece.kind === 'text') {
      return [{ kind: 'text', markdown: context.plain(piece.markdown, piece.line), line: piece.line }];
    }
    const fence = fences.find(({ line }) => line === piece.line);
    const block = fence === undefined ? null : readBlock(fence, fences, context);
    return block === null ? [] : [block];
  });
  reportSecondSetup(fences, list);
  return { blocks, takeaway: readTakeaway(fences, context) };
}

/** The block that a fence begins; null for one that is part of another. */
function readBlock(fence: Fence, fences: readonly Fence[], context: BlockContext): Block | null {
  const { role, label, content, line } = fence;
  const { list, stepId, plain, claim } = context;
  const parts = (part: string): readonly Fence[] =>
    fences.filter((other) => other.role === part && other.label === label);
  switch (role) {
    case 'setup':
      claim(`${stepId}-setup`, line);
      return { kind: 'setup', id: `${stepId}-setup`, code: readCode(content, line, { problems: list }).code };
    case 'example':
      claim(label, line);
      return readExample(fence, parts, context);
    case 'exercise':
      claim(label, line);
      return readExercise(fence, parts, context);
    case 'question': {
      claim(label, line);
      const [answer] = only(parts('answer'), { owner: fence, what: 'an answer', list });
      return {
        ...{ kind: 'question', id: label, markdown: plain(content.trim(), line + 1), line },
        answer: answer === undefined ? '' : plain(answer.content.trim(), answer.line + 1),
      };
    }
    case 'in-python':
      claim(label, line);
      return { kind: 'python', id: label, code: { source: content.trimEnd(), line: line + 1 } };
    case 'values':
      claim(label, line);
      return { kind: 'values', id: label, code: readCode(content, line, { problems: list }).code };
    case 'picture': {
      claim(label, line);
      const picture = readPicture(plain(content, line + 1), line + 1, list);
      return picture === null ? null : { kind: 'picture', id: label, picture, line };
    }
    default:
      return null;
  }
}

function readExample(
  fence: Fence,
  parts: (part: string) => readonly Fence[],
  context: BlockContext,
): ExampleBlock {
  const { label, content, line } = fence;
  const { list } = context;
  const { code, options } = readCode(content, line, { problems: list, known: ['throws'] });
  const [predict, second] = parts('predict');
  if (second !== undefined) reportTwice(second, list);
  return {
    ...{ kind: 'example', id: label, code, throws: options.throws ?? null },
    prediction: predict === undefined ? null : readPredict(predict, parts('check'), context),
  };
}

function readPredict(predict: Fence, checks: readonly Fence[], { list, plain }: BlockContext): Prediction {
  const { line } = predict;
  const { markdown, choices } = readPrediction(plain(predict.content.trim(), line + 1));
  const [check, second] = checks;
  if (second !== undefined) reportTwice(second, list);
  if (choices.length === 1 || (choices.length > 1 && !choices.some(({ isRight }) => isRight))) {
    list.add(line, {
      code: 'prediction-choices',
      message: `the prediction has ${choices.length} choices, ${choices.filter((c) => c.isRight).length} of them right`,
      hint: 'give two or more choices as - [ ] and mark the right one by - [x]',
    });
  }
  if (choices.length > 0 && check === undefined) {
    list.add(line, {
      code: 'prediction-without-check',
      message: `nothing shows that the marked choice of '${predict.label}' is right`,
      hint: `add js check ${predict.label}: it runs after the example`,
    });
  }
  const silent = choices.find(({ reply }) => reply === '');
  if (silent !== undefined) {
    list.add(line, {
      code: 'choice-without-reply',
      message: `nothing is said to the one who takes '${silent.markdown.slice(0, 40)}'`,
      hint: 'write it indented below the choice',
    });
  }
  return {
    ...{ markdown, choices, line },
    check: check === undefined ? null : readCode(check.content, check.line, { problems: list }).code,
  };
}

function readExercise(
  fence: Fence,
  parts: (part: string) => readonly Fence[],
  { list, plain }: BlockContext,
): ExerciseBlock {
  const { label, content, line } = fence;
  const { code } = readCode(content, line, { problems: list });
  const [solutionFence] = only(parts('solution'), { owner: fence, what: 'a solution', list });
  const [checkFence] = only(parts('check'), { owner: fence, what: 'a check', list });
  const read = (part: Fence | undefined): Code =>
    part === undefined ? { source: '', line } : readCode(part.content, part.line, { problems: list }).code;
  const solution = read(solutionFence);
  const nBlanks = countBlanks(code.source);
  const mismatch =
    nBlanks === 0 || solutionFence === undefined ? null : findBlankMismatch(code.source, solution.source);
  if (mismatch !== null) {
    list.add(solution.line, {
      code: 'blank-mismatch',
      message: `the solution of '${label}' is not the exercise with its blanks filled: '${mismatch.trim().slice(0, 60)}'`,
      hint: 'change nothing but the blanks',
    });
  }
  if (countBlanks(solution.source) > 0) {
    list.add(solution.line, {
      code: 'blank-in-solution',
      message: `the solution of '${label}' still has a blank`,
      hint: 'fill it in',
    });
  }
  const hints = parts('hint');
  const wrong = parts('wrong');
  if (hints.length === 0 || hints.length > LIMITS.hints) {
    list.add(line, {
      code: 'number-of-hints',
      message: `'${label}' has ${hints.length} hints`,
      hint: `give 1 to ${LIMITS.hints}, the first one small`,
    });
  }
  if (wrong.length === 0 || wrong.length > LIMITS.wrongAnswers) {
    list.add(line, {
      code: 'number-of-wrong-answers',
      message: `'${label}' has ${wrong.length} wrong answers`,
      hint: `give 1 to ${LIMITS.wrongAnswers}: mistakes that students make, each with its message`,
    });
  }
  return {
    ...{ kind: 'exercise', id: label, code, nBlanks, solution, check: read(checkFence) },
    hints: hints.map((hint) => plain(hint.content.trim(), hint.line + 1)),
    wrongAnswers: wrong.map((answer) => {
      const { code: mistake, options } = readCode(answer.content, answer.line, {
        problems: list,
        known: ['says'],
      });
      if ((options.says ?? '') === '') {
        list.add(answer.line, {
          code: 'wrong-answer-without-message',
          message: `a wrong answer of '${label}' does not say what the student must be told`,
          hint: 'begin it by //| says: a part of the hint that this mistake gets',
        });
      }
      return { code: mistake, says: options.says ?? '' };
    }),
  };
}

function readTakeaway(fences: readonly Fence[], { list, plain }: BlockContext): Takeaway | null {
  const [fence, second] = fences.filter(({ role }) => role === 'takeaway');
  if (fence === undefined) return null;
  if (second !== undefined) reportTwice(second, list);
  const [learned = '', ...next] = plain(fence.content.trim(), fence.line + 1).split(/\n\s*\n/);
  return { learned: learned.trim(), next: next.length === 0 ? null : next.join('\n\n').trim() };
}

function only(
  found: readonly Fence[],
  { owner, what, list }: { readonly owner: Fence; readonly what: string; readonly list: ProblemList },
): readonly Fence[] {
  if (found.length === 0) {
    list.add(owner.line, {
      code: `${owner.role}-without-${what.split(' ')[1]}`,
      message: `${owner.role} '${owner.label}' has not ${what}`,
      hint: `add a block with the label ${owner.label} in the same step`,
    });
  }
  if (found.length > 1) reportTwice(found[1]!, list);
  return found;
}

function reportTwice({ role, label, line }: Fence, list: ProblemList): void {
  list.add(line, {
    code: 'second-block',
    message: `there is a ${role}${label === '' ? '' : ` of '${label}'`} already`,
    hint: 'one is enough: put the two together',
  });
}

function reportOrphans(fences: readonly Fence[], list: ProblemList): void {
  for (const { role, label, line } of fences) {
    const owners = Object.entries(PARTS).flatMap(([owner, parts]) => (parts.includes(role) ? [owner] : []));
    if (owners.length === 0) continue;
    if (fences.some((other) => other.label === label && owners.includes(other.role))) continue;
    list.add(line, {
      code: 'unknown-label',
      message: `this ${role} belongs to '${label}', which is no ${owners.join(' or ')} of its step`,
      hint: 'give it the label of the block it belongs to, and keep both in one step',
    });
  }
}

function reportSecondSetup(fences: readonly Fence[], list: ProblemList): void {
  const second = fences.filter(({ role }) => role === 'setup')[1];
  if (second !== undefined) reportTwice(second, list);
}
