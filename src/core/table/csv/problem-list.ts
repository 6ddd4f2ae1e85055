import type { Problem } from '../../problem.ts';

const MOST = 1000;

/** Collects the findings about one file, and counts instead of keeping them once there are a thousand. */
export class ProblemList {
  readonly #fileName: string;
  readonly #problems: Problem[] = [];
  #nLeftOut = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  add(severity: Problem['severity'], problem: Omit<Problem, 'severity' | 'file'>): void {
    if (this.#problems.length < MOST) this.#problems.push({ severity, file: this.#fileName, ...problem });
    else this.#nLeftOut++;
  }

  finish(): readonly Problem[] {
    if (this.#nLeftOut === 0) return this.#problems;
    const more: Problem = {
      severity: 'error',
      code: 'more-problems',
      message: `${this.#nLeftOut} more problems`,
      hint: 'correct the first ones and import again',
      file: this.#fileName,
    };
    return [...this.#problems, more];
  }
}
