import type { Problem } from '../../core/problem.ts';

/** A finding about a lesson, with where it is; lines of the file count from 1. */
export interface LessonProblem extends Problem {
  readonly file: string;
  readonly line: number;
}

/** What a finding says, without where. */
export type Finding = Pick<Problem, 'code' | 'message' | 'hint'> & {
  readonly severity?: Problem['severity'];
};

/** Takes findings down for one file. */
export interface ProblemList {
  readonly problems: readonly LessonProblem[];
  add(line: number, finding: Finding): void;
}

/** Longer lists help nobody, and a hostile file could make them endless. */
const MAX_PROBLEMS = 200;

/** An empty list of findings about `file`; it takes the first 200. */
export function listProblems(file: string): ProblemList {
  const problems: LessonProblem[] = [];
  return {
    problems,
    add(line, finding) {
      if (problems.length < MAX_PROBLEMS) problems.push({ severity: 'error', file, line, ...finding });
    },
  };
}
