// `npm run lessons [-- [--write] [--as-of=DATE] [--seed=N] [FILE]...]`: checks the course, or single lessons, by working
// through them; with another month or seed, as a link can set them, the solutions alone.

import type { LessonVariables } from '../notebook/lesson/lesson-variables.ts';
import {
  addRuns,
  checkLessonFile,
  checkWholeCourse,
  describeRuns,
  type LessonsContext,
  type LessonsReport,
} from './check-lessons.ts';
import { describeFailure } from './describe-error.ts';
import { createLessonHost } from './lesson-host.ts';

let onStray: (error: unknown) => void = fail;
process.on('unhandledRejection', (error) => onStray(error));
process.on('uncaughtException', (error) => onStray(error));
await main(process.argv.slice(2)).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
  const folder = 'lessons';
  const files = argv.filter((word) => !word.startsWith('--'));
  const startedAt = performance.now();
  const host = createLessonHost(`${folder}/prepare`, (kernel) => {
    onStray = (error) => kernel.reportStray(error);
  });
  const context: LessonsContext = {
    ...{ folder, host, isWriting: argv.includes('--write') },
    variables: readVariables(argv),
  };
  const reports: LessonsReport[] = [];
  if (files.length === 0) reports.push(await checkWholeCourse(context));
  for (const file of files) reports.push(await checkLessonFile(file, context));
  const seconds = (performance.now() - startedAt) / 1000;
  process.exit(print(reports, seconds));
}

function readVariables(argv: readonly string[]): LessonVariables | undefined {
  const wordOf = (flag: string): string | undefined =>
    argv.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
  const asOf = wordOf('--as-of');
  const seed = wordOf('--seed');
  if (asOf === undefined && seed === undefined) return undefined;
  return { ...(asOf !== undefined && { AS_OF: asOf }), ...(seed !== undefined && { SEED: Number(seed) }) };
}

/** Prints the findings, and gives the exit code. */
function print(reports: readonly LessonsReport[], seconds: number): number {
  const problems = reports.flatMap((report) => report.problems);
  for (const { severity, file, line, code, message, hint } of problems)
    console.log(`${file}:${line}: ${severity}: ${message} (${code})\n    ${hint}`);
  const nLessons = reports.reduce((total, report) => total + report.nLessons, 0);
  const found = problems.length === 0 ? 'nothing found' : `${problems.length} found`;
  const ran = describeRuns(addRuns(reports));
  console.log(`${nLessons} lessons in ${seconds.toFixed(0)} s, ${ran}: ${found}`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function fail(error: unknown): never {
  console.error(describeFailure(error));
  process.exit(1);
}
