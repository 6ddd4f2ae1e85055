import { LabError } from '../../core/errors.ts';
import type { CellProgram } from '../kernel/kernel.ts';
import { type CellVerdict, verdictOf } from './cell-verdict.ts';
import type { Code, ExampleBlock, ExerciseBlock, Step, ValuesBlock } from './lesson.ts';
import type { LessonFile } from './lesson-file.ts';
import type { LessonHost, LessonLab } from './lesson-lab.ts';
import { type LessonProblem, listProblems, type ProblemList } from './lesson-problem.ts';
import {
  codeOf,
  type LessonVariable,
  type LessonVariables,
  mentions,
  variablesOf,
  variablesProgram,
} from './lesson-variables.ts';
import { checkProgramOf, setupsOf } from './step-programs.ts';

/** What a rehearsal found, and the values that the lesson's code gave for its text. */
export interface Rehearsal {
  readonly problems: readonly LessonProblem[];
  readonly values: ReadonlyMap<string, unknown>;
  /** Cells that were run, checks among them. */
  readonly nRuns: number;
}

/** How much of a lesson is gone through. */
export interface RehearsalOptions {
  /** Whether the mistakes on the way are made too. Default true. */
  readonly makesMistakes?: boolean;
  /** In place of what the lesson's head gives, as a link can have it. */
  readonly variables?: LessonVariables | undefined;
}

/**
 * Works through a lesson as students do. Every step twice, each time from its start: once with every solution, whose
 * check must pass; and once with every mistake on the way, where the untouched exercise and each wrong answer must fail
 * with the right message, and the solution must still pass after them without a reset.
 */
export async function rehearseLesson(
  { file, lesson }: LessonFile,
  host: LessonHost,
  { makesMistakes = true, variables: set = {} }: RehearsalOptions = {},
): Promise<Rehearsal> {
  const list = listProblems(file);
  const values = new Map<string, unknown>();
  let nRuns = 0;
  const open = async (): Promise<LessonLab> => {
    const lab = await host.open(lesson.start);
    return {
      ...lab,
      run(cell) {
        nRuns += 1;
        return lab.run(cell);
      },
    };
  };
  for (const step of lesson.steps) {
    const enter = async (): Promise<LessonLab | null> => {
      try {
        const lab = await open();
        const preparations = lesson.start.prepare.map((name) => ({
          id: `prepare-${name}`,
          code: { source: host.preparationOf(name), line: 1 },
        }));
        const variables = variablesProgram({ ...variablesOf(lesson.start), ...set });
        if (variables !== null) await lab.run(variables);
        for (const { id, code } of [...preparations, ...setupsOf(lesson, step)])
          if (!(await mustRun(lab, { id, code, list, what: `setup '${id}'` }))) return null;
        return lab;
      } catch (error) {
        reportStart(list, error);
        return null;
      }
    };
    const attentive = await enter();
    // Where a step cannot begin, the next ones may: each stands alone. Where the lab does not open, none can.
    if (attentive === null && list.problems.some(({ code }) => code === 'start-fails')) break;
    if (attentive === null) continue;
    await takeStep(step, attentive, { list, values });
    if (!makesMistakes || !step.blocks.some(({ kind }) => kind === 'exercise')) continue;
    const careless = await enter();
    if (careless !== null) await stumbleThrough(step, careless, list);
  }
  if (!list.problems.some(({ code }) => code === 'start-fails')) reportUnused(lesson, host, list);
  return { problems: list.problems, values, nRuns };
}

/** A dataset, a clock or a preparation that there is not. */
function reportStart(list: ProblemList, error: unknown): void {
  list.add(1, {
    code: 'start-fails',
    message: `the lesson cannot start: ${error instanceof Error ? error.message : String(error)}`,
    hint: error instanceof LabError ? error.hint : 'look at start in its front matter',
  });
}

/** A variable of the head that no code goes by: a teacher who sets it in a link would change nothing. */
function reportUnused(lesson: LessonFile['lesson'], host: LessonHost, list: ProblemList): void {
  for (const name of Object.keys(variablesOf(lesson.start)) as LessonVariable[]) {
    const preparations = lesson.start.prepare.map((prepared) => host.preparationOf(prepared));
    if (mentions([codeOf(lesson), ...preparations].join('\n'), name)) continue;
    list.add(1, {
      code: 'unused-variable',
      message: `start gives ${name}, which no code of the lesson names`,
      hint: `use ${name} in the code, or leave it out of start`,
    });
  }
}

interface Notes {
  readonly list: ProblemList;
  readonly values: Map<string, unknown>;
}

/** The step with every solution; takes the values down. */
async function takeStep(step: Step, lab: LessonLab, { list, values }: Notes): Promise<void> {
  for (const block of step.blocks) {
    if (block.kind === 'example') await takeExample(lab, block, list);
    else if (block.kind === 'values') await takeValues(lab, block, { list, values });
    else if (block.kind === 'exercise') await takeSolution(lab, block, { list, when: '' });
  }
}

async function takeExample(
  lab: LessonLab,
  { id, code, throws, prediction }: ExampleBlock,
  list: ProblemList,
): Promise<void> {
  const verdict = await run(lab, id, code);
  if (throws !== null) {
    if (verdict.errorName === throws) return;
    list.add(code.line, {
      code: 'example-does-not-throw',
      message: `example '${id}' should end with ${throws}, but ${verdict.passed ? 'runs through' : verdict.message}`,
      hint: 'change throws, or the code',
    });
  } else if (!verdict.passed) report(list, code, verdict, `example '${id}'`);
  if (prediction?.check)
    await mustPass(lab, { id, check: prediction.check, list, what: `the prediction of '${id}'` });
}

async function takeValues(lab: LessonLab, { id, code }: ValuesBlock, { list, values }: Notes): Promise<void> {
  if (!(await mustRun(lab, { id, code, list, what: `values '${id}'` }))) return;
  const given = await lab.lastValue();
  if (typeof given !== 'object' || given === null) {
    list.add(code.line, {
      code: 'no-values',
      message: `values '${id}' end with ${String(given)}`,
      hint: 'end the block with an object in parentheses: ({ auc, nRows })',
    });
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    if (values.has(name)) {
      list.add(code.line, {
        code: 'duplicated-value',
        message: `'${name}' is the name of another value already`,
        hint: 'give every value of the lesson a name of its own',
      });
    }
    values.set(name, value);
  }
}

async function takeSolution(
  lab: LessonLab,
  { id, solution, check }: ExerciseBlock,
  { list, when }: { readonly list: ProblemList; readonly when: string },
): Promise<void> {
  const verdict = await run(lab, id, solution, 'attempt');
  if (!verdict.passed) report(list, solution, verdict, `the solution of '${id}'${when}`);
  else await mustPass(lab, { id, check, list, what: `the solution of '${id}'${when}` });
}

/** The step with every mistake: what a student who needs many attempts goes through, without a reset. */
async function stumbleThrough(step: Step, lab: LessonLab, list: ProblemList): Promise<void> {
  for (const block of step.blocks) {
    if (block.kind === 'example') await lab.run({ cellId: block.id, source: block.code.source });
    if (block.kind !== 'exercise') continue;
    await leaveUntouched(lab, block, list);
    for (const answer of block.wrongAnswers) {
      const verdict = await attempt(lab, block, answer.code);
      const others = block.wrongAnswers.filter(({ says }) => says !== answer.says);
      const confused = others.find(({ says }) => says !== '' && verdict.message.includes(says));
      if (verdict.passed) {
        list.add(answer.code.line, {
          code: 'wrong-answer-passes',
          message: `this wrong answer of '${block.id}' passes the check`,
          hint: 'plant something that tells it apart from the solution',
        });
      } else if (!verdict.message.includes(answer.says) || confused !== undefined) {
        list.add(answer.code.line, {
          code: 'wrong-message',
          message: `this wrong answer of '${block.id}' should say '${answer.says}', but gets: ${verdict.message.slice(0, 200)}`,
          hint: 'give the check a hint for this very mistake, before more general ones',
        });
      }
    }
    await takeSolution(lab, block, { list, when: ', after the wrong answers,' });
  }
}

/** The exercise as it is given. Blanks are found before anything runs; free code must meet a check that explains. */
async function leaveUntouched(lab: LessonLab, block: ExerciseBlock, list: ProblemList): Promise<void> {
  if (block.nBlanks > 0) return;
  const verdict = await attempt(lab, block, block.code);
  if (!verdict.passed && verdict.isCheck) return;
  list.add(block.code.line, {
    code: 'untouched-exercise',
    message: `'${block.id}' as it is given ${verdict.passed ? 'passes its check' : `ends with: ${verdict.message.slice(0, 200)}`}`,
    hint: 'let a check.true with a hint come first, that tells what is still to do',
  });
}

/** A student's run: their code, then the check where it ran through. */
async function attempt(lab: LessonLab, { id, check }: ExerciseBlock, code: Code): Promise<CellVerdict> {
  const verdict = await run(lab, id, code, 'attempt');
  return verdict.passed ? runCheck(lab, id, check) : verdict;
}

async function mustRun(
  lab: LessonLab,
  {
    id,
    code,
    list,
    what,
  }: { readonly id: string; readonly code: Code; readonly list: ProblemList; readonly what: string },
): Promise<boolean> {
  const verdict = await run(lab, id, code);
  if (!verdict.passed) report(list, code, verdict, what);
  return verdict.passed;
}

async function mustPass(
  lab: LessonLab,
  {
    id,
    check,
    list,
    what,
  }: { readonly id: string; readonly check: Code; readonly list: ProblemList; readonly what: string },
): Promise<void> {
  const verdict = await runCheck(lab, id, check);
  if (!verdict.passed) report(list, check, verdict, what);
}

async function run(
  lab: LessonLab,
  cellId: string,
  { source }: Code,
  scope?: CellProgram['scope'],
): Promise<CellVerdict> {
  return verdictOf(await lab.run({ cellId, source, scope }), cellId);
}

async function runCheck(lab: LessonLab, id: string, check: Code): Promise<CellVerdict> {
  const program = checkProgramOf(id, check);
  return verdictOf(await lab.run(program), program.cellId);
}

function report(list: ProblemList, code: Code, verdict: CellVerdict, what: string): void {
  list.add(code.line + (verdict.line ?? 1) - 1, {
    code: verdict.isCheck ? 'check-fails' : 'code-fails',
    message: `${what}: ${verdict.errorName} ${verdict.message.slice(0, 300)}`.trim(),
    hint: verdict.isCheck ? 'the check must hold here' : 'the code must run through here',
  });
}
