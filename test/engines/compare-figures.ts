import type { Figures } from './figures.ts';

/** A figure that two engines do not have in common. */
export interface Difference {
  readonly where: string;
  readonly expected: string;
  readonly actual: string;
}

/** How the figures of one engine stand to those of Node. */
export interface Comparison {
  readonly nEqual: number;
  readonly differences: readonly Difference[];
}

/** Where two rounds of one engine differ: figures that lessons draw at random on purpose. */
export function drawnFigures(once: Figures, again: Figures): ReadonlySet<string> {
  const names = new Set([...Object.keys(once), ...Object.keys(again)]);
  return new Set([...names].filter((name) => once[name] !== again[name]));
}

/** Compares every figure of either, but for those that are drawn. */
export function compareFigures(expected: Figures, actual: Figures, drawn: ReadonlySet<string>): Comparison {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].filter(
    (name) => !drawn.has(name),
  );
  const differences = names
    .filter((name) => expected[name] !== actual[name])
    .map((where) => ({
      where,
      expected: expected[where] ?? 'nothing',
      actual: actual[where] ?? 'nothing',
    }));
  return { nEqual: names.length - differences.length, differences };
}
