import { ownMember } from '../../core/own-member.ts';
import type { RunDetails } from './read-run.ts';

/** One param of several runs; a run that lacks it has null. */
export interface ComparedParam {
  readonly name: string;
  readonly values: readonly (string | null)[];
  readonly differs: boolean;
}

/** One metric of several runs, with the position of the best. */
export interface ComparedMetric {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Positions of the best value; none where all are equal. */
  readonly best: readonly number[];
}

/** Several runs side by side. */
export interface RunComparison {
  /** Those that differ first. */
  readonly params: readonly ComparedParam[];
  readonly metrics: readonly ComparedMetric[];
  /** Whether all were measured on the same test rows: only then are their metrics comparable. */
  readonly isSameTest: boolean;
}

/** Runs with what their comparison found, position for position. */
export interface ComparedRuns {
  readonly runs: readonly RunDetails[];
  readonly comparison: RunComparison;
}

/** The params that decide which rows a run is measured on. */
const SPLIT_PARAMS = ['asOf', 'testSize', 'splitSeed'];

/** Compares runs in the order given; `losses` names the metrics of which less is better. */
export function compareRuns(runs: readonly RunDetails[], losses: readonly string[]): RunComparison {
  const params = namesOf(runs.map(({ run }) => run.data.params)).map((name): ComparedParam => {
    const values = runs.map(({ run }) => ownMember(run.data.params, name) ?? null);
    return { name, values, differs: new Set(values).size > 1 };
  });
  return {
    params: [...params.filter(({ differs }) => differs), ...params.filter(({ differs }) => !differs)],
    metrics: namesOf(runs.map(({ run }) => run.data.metrics)).map((name) => {
      const values = runs.map(({ run }) => ownMember(run.data.metrics, name) ?? null);
      return { name, values, best: bestOf(values, losses.includes(name)) };
    }),
    isSameTest: params.every(({ name, differs }) => !(differs && SPLIT_PARAMS.includes(name))),
  };
}

function namesOf(entries: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
}

function bestOf(values: readonly (number | null)[], isLoss: boolean): number[] {
  const known = values.filter((value) => value !== null);
  if (new Set(known).size < 2) return [];
  const best = isLoss ? Math.min(...known) : Math.max(...known);
  return values.flatMap((value, position) => (value === best ? [position] : []));
}
