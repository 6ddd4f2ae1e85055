import type { ReadTransaction, WriteTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import type { LifecycleStage, RunRecord, RunStatus, TrackingCollections } from './collections.ts';
import type { TrackingContext } from './context.ts';
import { type Entry, entriesOf } from './entries.ts';
import { requireExperiment } from './experiments.ts';
import { doesNotExist, invalidParameter } from './mlflow-exception.ts';
import { type Run, toRun } from './run.ts';
import { generateRunName } from './run-name.ts';
import { fitValue, toText, validateKey } from './validate-entry.ts';

/** What a new run may be given. */
export interface CreateRunOptions {
  readonly experimentId: string;
  readonly runName?: string | undefined;
  readonly tags?: Readonly<Record<string, unknown>> | undefined;
}

/** What `updateRun` can change of a run. */
export interface RunChange {
  readonly status?: RunStatus | undefined;
  readonly runName?: string | undefined;
  /** Set or overwritten; the others stay. */
  readonly tags?: Readonly<Record<string, unknown>> | undefined;
}

/** Where a call logs to: a run that is there, by its id, or a new one that begins with what is logged. */
export type RunTarget = string | CreateRunOptions;

/** The collections that opening a run reads and writes. */
export const RUN_COLLECTIONS = ['experiments', 'runs'] as const;

/** A transaction over `RUN_COLLECTIONS`. */
type RunTransaction = WriteTransaction<TrackingCollections, (typeof RUN_COLLECTIONS)[number]>;

/** The tag that carries a run's name; name and tag change together (T5). */
export const RUN_NAME_TAG = 'mlflow.runName';

const STATUSES: readonly RunStatus[] = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

const RUN_ID = /^[a-zA-Z0-9][\w-]{0,255}$/;

/** The operations on whole runs (T1–T5, T18). */
export function runOperations(context: TrackingContext) {
  const { database, clock } = context;
  return {
    /** A new run, in status RUNNING. Its name is the argument, else the tag, else a drawn one (T4). */
    async createRun(options: CreateRunOptions): Promise<Run> {
      return database.write(RUN_COLLECTIONS, async (transaction) =>
        toRun(await putNewRun(transaction, context, options)),
      );
    },

    /** The run, deleted or not. */
    async getRun(runId: string): Promise<Run> {
      return database.read(['runs'], async (transaction) => toRun(await requireRun(transaction, runId)));
    },

    /** Changes the run's status, name or tags; the tag follows the name (T5). Refused for a deleted run. */
    async updateRun(runId: string, { status, runName, tags }: RunChange): Promise<Run> {
      if (status !== undefined) validateStatus(status);
      validateRunName(runName);
      const newTags = toRunTags(entriesOf(tags ?? {}), context);
      return changeActiveRun(runId, (run) => {
        const named = runName ? renameRun(run, runName) : run;
        return { ...newTags.reduce(withTag, named), status: status ?? run.status };
      });
    },

    /** Ends the run now, with the given status. Refused for a deleted run. */
    async setTerminated(runId: string, status: RunStatus = 'FINISHED'): Promise<Run> {
      validateStatus(status);
      return changeActiveRun(runId, (run) => ({ ...run, status, endTime: clock.now() }));
    },

    /** Marks the run as deleted: it can be read but not written (T18). */
    async deleteRun(runId: string): Promise<void> {
      await moveRun(runId, 'deleted');
    },

    async restoreRun(runId: string): Promise<void> {
      await moveRun(runId, 'active');
    },
  };

  async function changeActiveRun(runId: string, change: (run: RunRecord) => RunRecord): Promise<Run> {
    // On disk before it is told: a run that was seen to end has ended, whatever happens to the browser.
    return database.write(
      ['runs'],
      async (transaction) => {
        const changed = change(await requireActiveRun(transaction, runId));
        await transaction.put('runs', changed);
        return toRun(changed);
      },
      { durability: 'strict' },
    );
  }

  async function moveRun(runId: string, lifecycleStage: LifecycleStage): Promise<void> {
    await database.write(['runs'], async (transaction) => {
      const run = await requireRun(transaction, runId);
      const deletedTime = lifecycleStage === 'deleted' ? clock.now() : null;
      await transaction.put('runs', { ...run, lifecycleStage, deletedTime });
    });
  }
}

/** The run to log to, stored first where it is new. A deleted one is refused (T18), as is a deleted experiment. */
export async function openRun(
  transaction: RunTransaction,
  target: RunTarget,
  context: TrackingContext,
): Promise<RunRecord> {
  return typeof target === 'object' && target !== null
    ? putNewRun(transaction, context, target)
    : requireActiveRun(transaction, target);
}

/** The run with this id, deleted or not. */
export async function requireRun(
  transaction: ReadTransaction<TrackingCollections, 'runs'>,
  runId: string,
): Promise<RunRecord> {
  validateRunId(runId);
  const run = await transaction.get('runs', runId);
  if (run === undefined) {
    throw doesNotExist(`run with id ${quote(runId)} not found`, 'find runs with searchRuns');
  }
  return run;
}

/** Refuses what no run can have as its id (T1). */
export function validateRunId(runId: unknown): asserts runId is string {
  if (typeof runId !== 'string' || !RUN_ID.test(runId)) {
    throw invalidParameter(`invalid run id: ${quote(runId)}`, 'a run id is what run.info.runId gives');
  }
}

/** The run with this id, for writing: a deleted one is refused (T18). */
export async function requireActiveRun(
  transaction: ReadTransaction<TrackingCollections, 'runs'>,
  runId: string,
): Promise<RunRecord> {
  const run = await requireRun(transaction, runId);
  if (run.lifecycleStage !== 'active') {
    throw invalidParameter(
      `run ${quote(runId)} must be in the 'active' state, but is deleted`,
      'restore it with restoreRun, or log to another run',
    );
  }
  return run;
}

/** The run with a tag set; the tag `mlflow.runName` renames it, an empty name changes nothing (T5). */
export function withTag(run: RunRecord, [key, value]: readonly [string, string]): RunRecord {
  if (key !== RUN_NAME_TAG) return { ...run, tags: new Map(run.tags).set(key, value) };
  return value === '' ? run : renameRun(run, value);
}

/** Tags as a run stores them: keys checked, values as texts, cut where they are too long (T12, T13). */
export function toRunTags(tags: readonly Entry[], { onWarning }: TrackingContext): [string, string][] {
  return tags.map(({ key, value }) => {
    validateKey(key, 'tag');
    return [key, fitValue(toText(value), { kind: 'tag', key }, onWarning)];
  });
}

/** Refuses what is no run status (T2). */
export function validateStatus(status: string): asserts status is RunStatus {
  if (!STATUSES.includes(status as RunStatus)) {
    throw invalidParameter(`invalid run status: ${quote(status)}`, `use one of ${STATUSES.join(', ')}`);
  }
}

function renameRun(run: RunRecord, runName: string): RunRecord {
  return { ...run, runName, tags: new Map(run.tags).set(RUN_NAME_TAG, runName) };
}

async function putNewRun(
  transaction: RunTransaction,
  context: TrackingContext,
  { experimentId, runName, tags }: CreateRunOptions,
): Promise<RunRecord> {
  const { clock, ids, user } = context;
  validateRunName(runName);
  const texts = new Map(toRunTags(entriesOf(tags ?? {}), context));
  const tagged = texts.get(RUN_NAME_TAG);
  const experiment = await requireExperiment(transaction, experimentId);
  if (experiment.lifecycleStage !== 'active') {
    throw invalidParameter(
      `experiment ${quote(experimentId)} is deleted`,
      'restore it, or set another experiment',
    );
  }
  if (runName && tagged && runName !== tagged) {
    throw invalidParameter(
      `run name is both ${quote(runName)} and, by the tag ${RUN_NAME_TAG}, ${quote(tagged)}`,
      'give only one of the two',
    );
  }
  let runId = ids.next();
  while ((await transaction.get('runs', runId)) !== undefined) runId = ids.next();
  const name = runName || tagged || generateRunName(runId);
  const run: RunRecord = {
    kind: 'run',
    version: 1,
    runId,
    runName: name,
    experimentId,
    userId: user,
    status: 'RUNNING',
    startTime: clock.now(),
    endTime: null,
    lifecycleStage: 'active',
    deletedTime: null,
    params: new Map(),
    tags: texts.set(RUN_NAME_TAG, name),
    metrics: new Map(),
  };
  await transaction.put('runs', run);
  return run;
}

function validateRunName(runName: unknown): asserts runName is string | undefined {
  if (runName === undefined || runName === null || typeof runName === 'string') return;
  throw invalidParameter(`the run's name is ${quote(runName)}`, 'give a text, or leave it out');
}
