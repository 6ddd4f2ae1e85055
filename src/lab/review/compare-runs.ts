import type { ReportRun } from '../../notebook/report/report-lab.ts';

/**
 * What became of a run when the code was run again:
 * - 'equal': a run with the same receipt, params and metrics came out, to the bit;
 * - 'different': one with the same params or the same name came out, but not the same in `differences`;
 * - 'missing': the code that was handed in makes no such run, for example because it was changed since.
 */
export interface RunComparison {
  readonly runId: string;
  readonly runName: string;
  readonly outcome: 'equal' | 'different' | 'missing';
  /** Names such as 'metrics.auc' and 'receipt.modelDigest'. */
  readonly differences: readonly string[];
}

/** Compares the runs of a report with those of its replay; ids and times always differ and do not count. */
export function compareRuns(
  recorded: readonly ReportRun[],
  replayed: readonly ReportRun[],
): readonly RunComparison[] {
  return recorded.map((run): RunComparison => {
    const { runId, runName } = run;
    const rivals = replayed
      .filter((other) => other.runName === runName || isSame(other.params, run.params))
      .map((other) => differencesOf(run, other))
      .sort((a, b) => a.length - b.length);
    const [nearest] = rivals;
    if (nearest === undefined) return { runId, runName, outcome: 'missing', differences: [] };
    return { runId, runName, outcome: nearest.length === 0 ? 'equal' : 'different', differences: nearest };
  });
}

type Pairs = readonly (readonly [string, string])[];

function differencesOf(run: ReportRun, other: ReportRun): readonly string[] {
  return [
    ...(run.status === other.status ? [] : ['status']),
    ...pairDifferences('params', run.params, other.params),
    ...pairDifferences('metrics', run.metrics, other.metrics),
    ...receiptDifferences(run.receipt, other.receipt),
  ];
}

function receiptDifferences(first: ReportRun['receipt'], second: ReportRun['receipt']): readonly string[] {
  if (first === null || second === null) return first === second ? [] : ['receipt'];
  if (first.digest === second.digest) return [];
  const fields = (['codeVersion', 'seed', 'modelDigest', 'predictionsDigest'] as const)
    .filter((field) => first[field] !== second[field])
    .map((field) => `receipt.${field}`);
  const data = pairDifferences('receipt.dataDigests', first.dataDigests, second.dataDigests);
  const all = [...fields, ...data];
  return all.length === 0 ? ['receipt.digest'] : all;
}

function pairDifferences(title: string, first: Pairs, second: Pairs): readonly string[] {
  const [left, right] = [new Map(first), new Map(second)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => left.get(name) !== right.get(name))
    .map((name) => `${title}.${name}`);
}

function isSame(first: Pairs, second: Pairs): boolean {
  return pairDifferences('', first, second).length === 0;
}
