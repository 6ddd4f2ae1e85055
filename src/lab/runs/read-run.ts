import type { ArtifactContent } from '../../core/tracking/collections.ts';
import type { LoggedMetric } from '../../core/tracking/log-batch.ts';
import { RECEIPT_PATH, type Receipt } from '../../core/tracking/receipt.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Curves, TestScores } from './evaluation.ts';
import type { Importances } from './importances.ts';
import {
  AS_OF_TAG,
  CURVES_PATH,
  IMPORTANCES_PATH,
  LINEAGE_TAG,
  MODEL_PATH,
  TEST_SCORES_PATH,
} from './log-run.ts';
import { type RunSpecification, SPECIFICATION_PATH } from './run-specification.ts';

/** One stored file of a run. */
export interface RunFile {
  readonly path: string;
  readonly fileSize: number;
}

/** A table that a run has read. */
export interface ReadTable {
  readonly table: string;
  /** SHA-256 of its rows as of the run's instant. */
  readonly digest: string;
}

/** A run as its page shows it. What the run did not log is null: cells may log less than this page does. */
export interface RunDetails {
  readonly run: Run;
  /** Metrics with more than one point, by name. */
  readonly histories: Readonly<Record<string, readonly LoggedMetric[]>>;
  readonly files: readonly RunFile[];
  readonly specification: RunSpecification | null;
  readonly test: TestScores | null;
  readonly curves: Curves | null;
  readonly importances: Importances | null;
  readonly receipt: Receipt | null;
  readonly asOf: string | null;
  readonly lineage: readonly ReadTable[];
  /** Versions that were registered from this run, as 'name version'. */
  readonly versions: readonly { readonly name: string; readonly version: number; readonly stage: string }[];
  readonly hasModel: boolean;
}

/** Everything of one run, deleted or not; a `MlflowException` for an unknown id. */
export async function readRun({ engine }: Workspace, runId: string): Promise<RunDetails> {
  const { client } = engine.tracking;
  const run = await client.getRun(runId);
  const files = await listFiles(engine, runId, '');
  const paths = new Set(files.map(({ path }) => path));
  const json = async <T>(path: string): Promise<T | null> => {
    if (!paths.has(path)) return null;
    const content = await client.getArtifact(runId, path);
    return content.kind === 'json' ? (content.value as T) : null;
  };
  const versions = await engine.registry.searchModelVersions(`run_id = '${runId}'`);
  return {
    run,
    histories: await historiesOf(engine, run),
    files,
    specification: await json<RunSpecification>(SPECIFICATION_PATH),
    test: await json<TestScores>(TEST_SCORES_PATH),
    curves: await json<Curves>(CURVES_PATH),
    importances: await json<Importances>(IMPORTANCES_PATH),
    receipt: await json<Receipt>(RECEIPT_PATH),
    asOf: run.data.tags[AS_OF_TAG] ?? null,
    lineage: Object.entries(run.data.tags)
      .filter(([key]) => key.startsWith(LINEAGE_TAG))
      .map(([key, digest]) => ({ table: key.slice(LINEAGE_TAG.length), digest }))
      .sort((a, b) => (a.table < b.table ? -1 : 1)),
    versions: versions.map(({ name, version, currentStage }) => ({ name, version, stage: currentStage })),
    hasModel: paths.has(`${MODEL_PATH}/MLmodel`),
  };
}

/** One artifact whole, as a text to download; bytes give null. */
export async function readArtifact(
  { engine }: Workspace,
  runId: string,
  path: string,
): Promise<string | null> {
  return textOf(await engine.tracking.client.getArtifact(runId, path), plainValue);
}

/** One artifact as a text to look at: of long number lists, as a model's trees are, only the beginning. */
export async function previewArtifact(
  { engine }: Workspace,
  runId: string,
  path: string,
): Promise<string | null> {
  return textOf(await engine.tracking.client.getArtifact(runId, path), abridgedValue);
}

type Replacer = (key: string, value: unknown) => unknown;

/** How many numbers of a typed array are looked at. */
const MOST_NUMBERS = 8;

function textOf(content: ArtifactContent, replacer: Replacer): string | null {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'json':
      return JSON.stringify(content.value, null, 2);
    case 'estimator':
      return JSON.stringify(content.estimator, replacer, 2);
    case 'bytes':
      return null;
  }
}

/** Typed arrays and maps as JSON's own lists. */
function plainValue(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

function abridgedValue(key: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return plainValue(key, value);
  const numbers = value as Float64Array;
  const first = Array.from(numbers.subarray(0, MOST_NUMBERS)).join(', ');
  const rest = numbers.length > MOST_NUMBERS ? ', …' : '';
  return `${numbers.constructor.name}(${numbers.length}) [${first}${rest}]`;
}

async function historiesOf(
  { tracking }: Workspace['engine'],
  run: Run,
): Promise<Record<string, readonly LoggedMetric[]>> {
  const histories = await Promise.all(
    Object.keys(run.data.metrics).map(
      async (key) => [key, await tracking.client.getMetricHistory(run.info.runId, key)] as const,
    ),
  );
  return Object.fromEntries(histories.filter(([, points]) => points.length > 1));
}

async function listFiles(engine: Workspace['engine'], runId: string, folder: string): Promise<RunFile[]> {
  const entries = await engine.tracking.client.listArtifacts(runId, folder);
  const nested = entries.map(async ({ path, isDir, fileSize }) =>
    isDir ? listFiles(engine, runId, path) : [{ path, fileSize: fileSize ?? 0 }],
  );
  return (await Promise.all(nested)).flat();
}
