import { ownMember } from '../../core/own-member.ts';
import type { VersionWithRun } from './read-models.ts';

/** One parameter or metric of two versions. */
export interface ComparedEntry {
  readonly name: string;
  readonly first: string | number | null;
  readonly second: string | number | null;
}

/** Two versions side by side. */
export interface VersionComparison {
  /** Parameters that differ. */
  readonly params: readonly ComparedEntry[];
  /** All metrics that either has. */
  readonly metrics: readonly ComparedEntry[];
  /** Whether both were measured on the same rows: same month and same split. Only then are the metrics comparable. */
  readonly isSameSplit: boolean;
}

/** The parameters that decide which rows a model is measured on. */
const SPLIT_PARAMS = ['asOf', 'testSize', 'splitSeed'];

/** Compares what the runs of two versions logged. */
export function compareVersions(first: VersionWithRun, second: VersionWithRun): VersionComparison {
  const [a, b] = [first.run?.data, second.run?.data];
  const params = entriesOf(a?.params, b?.params);
  return {
    params: params.filter((entry) => entry.first !== entry.second),
    metrics: entriesOf(a?.metrics, b?.metrics),
    isSameSplit: params
      .filter(({ name }) => SPLIT_PARAMS.includes(name))
      .every((entry) => entry.first === entry.second),
  };
}

function entriesOf<V extends string | number>(
  first: Readonly<Record<string, V>> = {},
  second: Readonly<Record<string, V>> = {},
): ComparedEntry[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  return names.map((name) => ({
    name,
    first: ownMember(first, name) ?? null,
    second: ownMember(second, name) ?? null,
  }));
}
