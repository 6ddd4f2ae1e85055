import { LabError, quote } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { toJsonContent, toTextContent, validatePath, validateTablePath } from './artifacts.ts';
import type { ArtifactContent, RunStatus } from './collections.ts';
import type { TrackingContext } from './context.ts';
import { entriesOf } from './entries.ts';
import { DEFAULT_EXPERIMENT_ID, type Experiment } from './experiments.ts';
import { type Batch, metricsOf, validateBatch } from './log-batch.ts';
import { doesNotExist, invalidParameter, MlflowException } from './mlflow-exception.ts';
import type { Run } from './run.ts';
import { type CreateRunOptions, type RunTarget, validateStatus } from './runs.ts';
import type { SearchRunsOptions } from './search-runs.ts';
import { createTrackingClient, type TrackingClient } from './tracking-client.ts';

/** How to start a run; without options a new run in the active experiment. */
export interface StartRunOptions {
  readonly runName?: string | undefined;
  /** Start inside the active run, which becomes the parent. */
  readonly nested?: boolean | undefined;
  readonly experimentId?: string | undefined;
  readonly tags?: Readonly<Record<string, unknown>> | undefined;
  /** Take this run up again instead of making a new one. */
  readonly runId?: string | undefined;
}

/** When a metric was measured. */
export interface MetricTime {
  readonly step?: number | undefined;
  readonly timestamp?: number | undefined;
}

/** A run is active already; in MLflow a plain `Exception` (T3). */
class ActiveRunError extends LabError {
  override readonly name = 'Exception';
}

/** MLflow's fluent API with its client; see `Tracking`. */
export function createTracking(context: TrackingContext): Tracking {
  return new Tracking(createTrackingClient(context), context.user);
}

/**
 * MLflow's fluent API: logs to the active run, which is the innermost of a stack, and starts one where there is
 * none, in one transaction with what it logs: a call that fails starts none. The stack and the active experiment live in memory only, as in a
 * Python process.
 */
export class Tracking {
  /** The same without an active run: every call names its run. */
  readonly client: TrackingClient;
  readonly #user: string;
  readonly #active: string[] = [];
  #experimentId: string | null = null;
  /** Settles, never fails, once a log call has started a run or could not. */
  #starting: Promise<void> | null = null;

  /** Over any client: the lab's own, or one that calls it from a kernel. Runs that it starts carry `user`. */
  constructor(client: TrackingClient, user: string) {
    this.client = client;
    this.#user = user;
  }

  /** Makes an experiment the active one, creating it where its name is new; deleted ones are refused (T17). */
  async setExperiment(
    name?: string | null,
    options: { readonly experimentId?: string } = {},
  ): Promise<Experiment> {
    const { experimentId } = options;
    if ((name === undefined || name === null) === (experimentId === undefined)) {
      throw invalidParameter('give either a name or an experimentId', 'one of the two, not both');
    }
    const experiment = await this.#findOrCreateExperiment(name, experimentId);
    if (experiment.lifecycleStage !== 'active') {
      throw invalidParameter(
        `cannot set the deleted experiment ${quote(experiment.name)} as the active experiment`,
        'restore it with restoreExperiment, or take another name',
      );
    }
    this.#experimentId = experiment.experimentId;
    return experiment;
  }

  /** Starts a run and makes it the active one (T2–T5). While one is active, `nested` is needed (T3). */
  async startRun(options: StartRunOptions = {}): Promise<Run> {
    const parent = this.#active.at(-1);
    if (parent !== undefined && options.nested !== true) {
      throw new ActiveRunError(
        `run ${quote(parent)} is already active`,
        'end it first with endRun, or start this one inside it with { nested: true }',
      );
    }
    const run = options.runId
      ? await this.#resumeRun(options.runId, options)
      : await this.client.createRun(this.#newRun(options));
    this.#active.push(run.info.runId);
    return run;
  }

  /** Ends the active run; does nothing where there is none. A status that is none is refused before anything ends. */
  async endRun(status: RunStatus = 'FINISHED'): Promise<void> {
    validateStatus(status);
    const runId = this.#active.pop();
    if (runId === undefined) return;
    try {
      await this.client.setTerminated(runId, status);
    } catch (error) {
      // A run that may not end, such as a deleted one, is left behind; one that could not be stored goes on.
      if (!(error instanceof MlflowException)) this.#active.push(runId);
      throw error;
    }
  }

  /** Runs `body` in a run of its own: FINISHED when it returns, FAILED when it throws, which goes on (T2). */
  async withRun<T>(options: StartRunOptions, body: (run: Run) => T | Promise<T>): Promise<T> {
    const run = await this.startRun(options);
    let status: RunStatus = 'FAILED';
    try {
      const result = await body(run);
      status = 'FINISHED';
      return result;
    } finally {
      while (this.#active.includes(run.info.runId)) await this.endRun(status);
    }
  }

  /** The active run as stored now, or null. */
  async activeRun(): Promise<Run | null> {
    const runId = this.#active.at(-1);
    return runId === undefined ? null : this.client.getRun(runId);
  }

  /**
   * Logs to the active run, or to a new one that becomes active once `log` has stored it with what it logs. Every fluent
   * log call goes through here; one that fails leaves no run behind.
   */
  async logToActiveRun<T extends { readonly runId: string }>(
    log: (target: RunTarget) => Promise<T>,
  ): Promise<T> {
    // Calls that are not awaited one by one must not start a run each.
    while (this.#starting !== null) await this.#starting;
    const active = this.#active.at(-1);
    if (active !== undefined) return log(active);
    const logged = log(this.#newRun({}));
    const settle = (result?: T): void => {
      if (result !== undefined) this.#active.push(result.runId);
      this.#starting = null;
    };
    this.#starting = logged.then(settle, () => settle());
    await this.#starting;
    return logged;
  }

  async logParam(key: string, value: unknown): Promise<void> {
    await this.#logBatch({ params: [{ key, value }] });
  }

  async logParams(params: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#logBatch({ params: entriesOf(params) });
  }

  async logMetric(key: string, value: number, at: MetricTime = {}): Promise<void> {
    await this.#logBatch({ metrics: [{ key, value, ...at }] });
  }

  async logMetrics(metrics: Readonly<Record<string, number>>, at: MetricTime = {}): Promise<void> {
    await this.#logBatch({ metrics: metricsOf(metrics, at) });
  }

  async setTag(key: string, value: unknown): Promise<void> {
    await this.#logBatch({ tags: [{ key, value }] });
  }

  async setTags(tags: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#logBatch({ tags: entriesOf(tags) });
  }

  /** Deletes a tag of the active run; here none is started, as a new run has no tag worth deleting. */
  async deleteTag(key: string): Promise<void> {
    const runId = this.#active.at(-1);
    if (runId === undefined) {
      throw doesNotExist(`no run is active to delete the tag ${quote(key)} of`, 'start one with startRun');
    }
    await this.client.deleteTag(runId, key);
  }

  /** Stores an object as a JSON file of the active run. */
  async logDict(value: unknown, path: string): Promise<void> {
    await this.#logFile(path, toJsonContent(value, path));
  }

  async logText(text: string, path: string): Promise<void> {
    await this.#logFile(path, toTextContent(text));
  }

  /** Stores a table as a JSON file, or adds its rows to the table that is there. */
  async logTable(table: Table, path: string): Promise<void> {
    validateTablePath(path);
    await this.logToActiveRun((target) => this.client.logTableTo(target, path, table));
  }

  /** Stores a chart's specification as JSON. */
  async logFigure(specification: unknown, path: string): Promise<void> {
    await this.logDict(specification, path);
  }

  /** Searches the experiments given by names or by ids, else the active one. */
  async searchRuns(options: SearchRunsOptions = {}): Promise<Run[]> {
    const hasNames = !isEmpty(options.experimentNames);
    const hasIds = !isEmpty(options.experimentIds);
    if (hasNames && hasIds) {
      throw invalidParameter('experimentNames and experimentIds are both given', 'search by one of the two');
    }
    const isScoped = hasNames || hasIds;
    return this.client.searchRuns(
      isScoped ? options : { ...options, experimentIds: [this.#currentExperiment()] },
    );
  }

  #currentExperiment(): string {
    return this.#experimentId ?? DEFAULT_EXPERIMENT_ID;
  }

  async #findOrCreateExperiment(name?: string | null, experimentId?: string): Promise<Experiment> {
    if (experimentId !== undefined) return this.client.getExperiment(experimentId);
    const named = name as string;
    return (
      (await this.client.getExperimentByName(named)) ??
      this.client.getExperiment(await this.client.createExperiment(named))
    );
  }

  async #logBatch(batch: Batch): Promise<void> {
    validateBatch(batch);
    await this.logToActiveRun((target) => this.client.logBatchTo(target, batch));
  }

  async #logFile(path: string, content: ArtifactContent): Promise<void> {
    validatePath(path);
    await this.logToActiveRun((target) => this.client.logFileTo(target, path, content));
  }

  #newRun(options: StartRunOptions): CreateRunOptions {
    const parent = this.#active.at(-1);
    return {
      experimentId: options.experimentId ?? this.#currentExperiment(),
      runName: options.runName,
      tags: {
        'mlflow.user': this.#user,
        'mlflow.source.name': 'streamflow-lab',
        'mlflow.source.type': 'LOCAL',
        ...options.tags,
        ...(parent !== undefined && { 'mlflow.parentRunId': parent }),
      },
    };
  }

  async #resumeRun(runId: string, { tags }: StartRunOptions): Promise<Run> {
    const { info } = await this.client.getRun(runId);
    if (this.#experimentId !== null && this.#experimentId !== info.experimentId) {
      throw new MlflowException(
        `run ${quote(runId)} is of experiment ${info.experimentId}, not of the active one`,
        `set the run's experiment with setExperiment(null, { experimentId: '${info.experimentId}' })`,
      );
    }
    if (info.lifecycleStage === 'deleted') {
      throw new MlflowException(
        `cannot start run ${quote(runId)} because it is deleted`,
        'restore it with restoreRun',
      );
    }
    return this.client.updateRun(runId, { status: 'RUNNING', tags });
  }
}

function isEmpty(list: readonly string[] | null | undefined): boolean {
  return list === undefined || list === null || list.length === 0;
}
