import type { Block, Code, ExampleBlock, ExerciseBlock, Lesson, PythonBlock } from './lesson.ts';
import type { LessonFile } from './lesson-file.ts';
import { type LessonProblem, listProblems, type ProblemList } from './lesson-problem.ts';
import { findCodeDifference, hintsOf } from './plain-code.ts';

/**
 * Where a translation is not the same lesson as its original: other facts, steps, blocks, code, choices or values. Code
 * may differ in comments and in strings that are prose (`plainCode`). Findings are about the translation.
 */
export function compareLanguages(original: LessonFile, translation: LessonFile): readonly LessonProblem[] {
  const list = listProblems(translation.file);
  const [mine, theirs] = [translation.lesson, original.lesson];
  const differ = (line: number, what: string, [actual, wanted]: readonly [unknown, unknown]): boolean => {
    if (JSON.stringify(actual) === JSON.stringify(wanted)) return false;
    list.add(line, {
      code: 'languages-differ',
      message: `${what} is ${JSON.stringify(actual)}, in ${original.file} it is ${JSON.stringify(wanted)}`,
      hint: 'a lesson is the same in every language, but for its text',
    });
    return true;
  };
  for (const fact of ['slug', 'number', 'minutes', 'requires', 'start'] as const)
    differ(1, fact, [mine[fact], theirs[fact]]);
  compareBlocks(mine.introduction, theirs.introduction, { list, differ, line: 1, where: 'the introduction' });
  differ(1, 'the order of steps', [mine.steps.map(({ id }) => id), theirs.steps.map(({ id }) => id)]);
  for (const step of mine.steps) {
    const other = theirs.steps.find(({ id }) => id === step.id);
    if (other === undefined) continue;
    compareBlocks(step.blocks, other.blocks, { list, differ, line: step.line, where: `step '${step.id}'` });
  }
  const names = (lesson: Lesson): readonly string[] => lesson.shownValues.map(({ name }) => name).sort();
  differ(1, 'the list of shown values', [names(mine), names(theirs)]);
  return list.problems;
}

interface Comparison {
  readonly list: ProblemList;
  differ(line: number, what: string, pair: readonly [actual: unknown, wanted: unknown]): boolean;
  readonly line: number;
  readonly where: string;
}

function compareBlocks(mine: readonly Block[], theirs: readonly Block[], comparison: Comparison): void {
  const { list, differ, line, where } = comparison;
  const outline = (blocks: readonly Block[]): readonly string[] =>
    blocks.flatMap((block) => (block.kind === 'text' ? [] : [`${block.kind} ${block.id}`]));
  if (differ(line, `the order of blocks in ${where}`, [outline(mine), outline(theirs)])) return;
  const others = theirs.filter((block) => block.kind !== 'text');
  for (const [i, block] of mine.filter((candidate) => candidate.kind !== 'text').entries()) {
    const other = others[i]!;
    if (block.kind === 'python' && other.kind === 'python') comparePython(block, other, list);
    else if ('code' in block && 'code' in other)
      compareCode(block.code, other.code, `${block.kind} '${block.id}'`, list);
    if (block.kind === 'exercise' && other.kind === 'exercise') compareExercises(block, other, comparison);
    if (block.kind === 'example' && other.kind === 'example') compareExamples(block, other, comparison);
    if (block.kind === 'picture' && other.kind === 'picture') {
      const parameters = ({ picture }: typeof block): unknown => ({ ...picture, caption: '' });
      differ(block.line, `picture '${block.id}'`, [parameters(block), parameters(other)]);
    }
  }
}

function compareExercises(mine: ExerciseBlock, theirs: ExerciseBlock, { list, differ }: Comparison): void {
  const { id, code } = mine;
  compareCode(mine.solution, theirs.solution, `the solution of '${id}'`, list);
  compareCode(mine.check, theirs.check, `the check of '${id}'`, list);
  differ(code.line, `the number of hints of '${id}'`, [mine.hints.length, theirs.hints.length]);
  const [answers, others] = [mine.wrongAnswers, theirs.wrongAnswers];
  if (differ(code.line, `the number of wrong answers of '${id}'`, [answers.length, others.length])) return;
  const [hints, otherHints] = [hintsOf(mine.check.source), hintsOf(theirs.check.source)];
  for (const [i, answer] of answers.entries()) {
    const other = others[i]!;
    compareCode(answer.code, other.code, `wrong answer ${i + 1} of '${id}'`, list);
    const at = otherHints.findIndex((hint) => hint.includes(other.says));
    // A message that is in no hint of the check is the lab's own error, which is English everywhere.
    const isSame = at < 0 ? answer.says === other.says : (hints[at]?.includes(answer.says) ?? false);
    if (isSame) continue;
    list.add(answer.code.line, {
      code: 'languages-differ',
      message: `wrong answer ${i + 1} of '${id}' says '${answer.says}', which is not in the hint that it gets`,
      hint: at < 0 ? `this is an error of the lab: says: ${other.says}` : `the hint is: ${hints[at] ?? ''}`,
    });
  }
}

function compareExamples(mine: ExampleBlock, theirs: ExampleBlock, { list, differ }: Comparison): void {
  const { id, code } = mine;
  differ(code.line, `the error of '${id}'`, [mine.throws, theirs.throws]);
  const rightOnes = ({ prediction }: ExampleBlock): unknown =>
    prediction?.choices.map(({ isRight }) => isRight) ?? null;
  if (differ(code.line, `the choices of '${id}'`, [rightOnes(mine), rightOnes(theirs)])) return;
  const [check, other] = [mine.prediction?.check, theirs.prediction?.check];
  if (check && other) compareCode(check, other, `the check of '${id}'`, list);
}

/** Python is shown, never run: its lines are compared without comments. */
function comparePython(mine: PythonBlock, theirs: PythonBlock, list: ProblemList): void {
  const [lines, others] = [mine, theirs].map(({ code }) => code.source.split('\n').map(withoutComment));
  const at = lines!.findIndex((line, i) => line !== others![i]);
  if (at < 0 && lines!.length === others!.length) return;
  list.add(mine.code.line + Math.max(at, 0), {
    code: 'code-differs',
    message: `the Python of '${mine.id}' is not that of the other language`,
    hint: 'only comments may be translated',
  });
}

function withoutComment(line: string): string {
  const code = /^(?:[^#'"]|'[^']*'|"[^"]*")*/.exec(line)?.[0] ?? line;
  return code.trimEnd();
}

function compareCode(mine: Code, theirs: Code, what: string, list: ProblemList): void {
  const line = findCodeDifference(mine.source, theirs.source);
  if (line === null) return;
  list.add(mine.line + line - 1, {
    code: 'code-differs',
    message: `${what} is not the code of the other language`,
    hint: 'only comments and the texts of hint, name, title, label, reason and description may be translated',
  });
}
