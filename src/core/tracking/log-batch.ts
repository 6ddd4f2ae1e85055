import { checkOptions } from '../check-options.ts';
import { quote } from '../errors.ts';
import type { MetricPoint, MetricRecord, RunRecord } from './collections.ts';
import type { TrackingContext } from './context.ts';
import { type Entry, entriesOf } from './entries.ts';
import { doesNotExist, invalidParameter } from './mlflow-exception.ts';
import { loggedValue } from './run.ts';
import {
  openRun,
  RUN_COLLECTIONS,
  type RunTarget,
  requireActiveRun,
  toRunTags,
  validateRunId,
  withTag,
} from './runs.ts';
import { fitValue, toText, validateKey, validateKeyName } from './validate-entry.ts';

/** A metric to log; `step` is 0 and `timestamp` now where they are not given (T8). */
export interface Metric {
  readonly key: string;
  readonly value: number;
  readonly step?: number | undefined;
  /** UTC milliseconds. */
  readonly timestamp?: number | undefined;
}

/** What one call logs. */
export interface Batch {
  readonly metrics?: readonly Metric[] | undefined;
  readonly params?: readonly Entry[] | undefined;
  readonly tags?: readonly Entry[] | undefined;
}

/** A point of a metric's history, as MLflow shows it. */
export interface LoggedMetric {
  readonly key: string;
  readonly value: number;
  readonly step: number;
  readonly timestamp: number;
}

const MOST = { metrics: 1000, params: 100, tags: 100, items: 1000, bytes: 1_000_000 };

/** Writing params, metrics and tags of a run (T6–T14). Each call is one transaction: all of it or nothing. */
export function logOperations(context: TrackingContext) {
  const { database, clock } = context;
  return {
    /** Logs a batch within MLflow's limits per request: 1000 metrics, 100 params, 100 tags, 1 MB (T14). */
    async logBatch(runId: string, batch: Batch): Promise<void> {
      checkOptions('client.logBatch', batch, { optional: ['metrics', 'params', 'tags'] });
      validateBatch(batch ?? {});
      validateLimits(batch ?? {});
      await writeBatch(runId, batch ?? {});
    },

    /** The same of any size, to a run that is there or to a new one; gives its id. What is refused starts none. */
    logBatchTo: putBatch,

    /** A param keeps its first value: the same again is fine, another one is refused (T6). */
    async logParam(runId: string, key: string, value: unknown): Promise<void> {
      await writeBatch(runId, { params: [{ key, value }] });
    },

    async logParams(runId: string, params: Readonly<Record<string, unknown>>): Promise<void> {
      await writeBatch(runId, { params: entriesOf(params) });
    },

    /** Adds a point to the metric's history (T8, T9). */
    async logMetric(runId: string, metric: Metric): Promise<void> {
      await writeBatch(runId, { metrics: [metric] });
    },

    async logMetrics(
      runId: string,
      metrics: Readonly<Record<string, number>>,
      at: { readonly step?: number | undefined; readonly timestamp?: number | undefined } = {},
    ): Promise<void> {
      await writeBatch(runId, {
        metrics: metricsOf(metrics, at),
      });
    },

    /** Sets or overwrites a tag; `mlflow.runName` renames the run (T5, T11). */
    async setTag(runId: string, key: string, value: unknown): Promise<void> {
      await writeBatch(runId, { tags: [{ key, value }] });
    },

    async setTags(runId: string, tags: Readonly<Record<string, unknown>>): Promise<void> {
      await writeBatch(runId, { tags: entriesOf(tags) });
    },

    async deleteTag(runId: string, key: string): Promise<void> {
      await database.write(['runs'], async (transaction) => {
        const run = await requireActiveRun(transaction, runId);
        const tags = new Map(run.tags);
        if (!tags.delete(key)) {
          throw doesNotExist(
            `no tag with name ${quote(key)} in run with id ${quote(runId)}`,
            `its tags: ${[...run.tags.keys()].join(', ')}`,
          );
        }
        await transaction.put('runs', { ...run, tags });
      });
    },

    /** Every logged point of a metric, by step, then timestamp, then value; none for an unknown run or key. */
    async getMetricHistory(runId: string, key: string): Promise<LoggedMetric[]> {
      validateRunId(runId);
      validateKeyName(key, 'metric');
      const records = await database.read(['metrics'], (transaction) =>
        transaction.getAll('metrics', { prefix: [runId, key] }),
      );
      return records.map((record) => ({
        key,
        value: loggedValue(record),
        step: record.step,
        timestamp: record.timestamp,
      }));
    },
  };

  async function writeBatch(runId: string, batch: Batch): Promise<void> {
    validateBatch(batch);
    validateRunId(runId);
    await putBatch(runId, batch);
  }

  async function putBatch(target: RunTarget, batch: Batch): Promise<{ readonly runId: string }> {
    validateBatch(batch);
    const { metrics = [], params = [], tags = [] } = batch;
    const newParams = params.map(toParam);
    const newTags = toRunTags(tags, context);
    return database.write([...RUN_COLLECTIONS, 'metrics'], async (transaction) => {
      const run = await openRun(transaction, target, context);
      const { runId } = run;
      const points = metrics.map((metric) => toMetricRecord(runId, metric, clock.now()));
      const logged = { ...run, params: mergeParams(run, newParams), metrics: mergeMetrics(run, points) };
      await transaction.put('runs', newTags.reduce(withTag, logged));
      for (const point of points) await transaction.put('metrics', point);
      return { runId };
    });
  }

  function toParam({ key, value }: Entry): [string, string] {
    return [key, fitValue(toText(value), { kind: 'param', key }, context.onWarning)];
  }
}

/** Refuses keys, values and times that no run would take (T9, T12), and params given twice (T6). */
export function validateBatch({ metrics = [], params = [], tags = [] }: Batch): void {
  requireItems({ metrics, params, tags });
  for (const metric of metrics) validateMetric(metric);
  for (const { key } of params) validateKey(key, 'param');
  for (const { key } of tags) validateKey(key, 'tag');
  validateUnique(params.map(({ key }) => key));
}

/** An object of metrics as a batch takes them, all measured at one time. */
export function metricsOf(
  metrics: Readonly<Record<string, number>>,
  at: Pick<Metric, 'step' | 'timestamp'>,
): Metric[] {
  return entriesOf(metrics).map(({ key, value }) => ({ key, value: value as number, ...at }));
}

function requireItems(batch: Batch): void {
  for (const [name, items] of Object.entries(batch) as [string, unknown][]) {
    const isList = Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null);
    if (!isList) {
      throw invalidParameter(
        `${name} of a batch are ${quote(items)}`,
        `give a list: { ${name}: [{ key, value }] }`,
      );
    }
  }
}

function validateLimits({ metrics = [], params = [], tags = [] }: Batch): void {
  const counts = { metrics: metrics.length, params: params.length, tags: tags.length };
  const items = counts.metrics + counts.params + counts.tags;
  for (const [name, n] of Object.entries({ ...counts, items }) as [keyof typeof MOST, number][]) {
    if (n > MOST[name]) {
      throw invalidParameter(
        `a batch can hold at most ${MOST[name]} ${name}, this one has ${n}`,
        'split it into several batches',
      );
    }
  }
  const texts = (entries: readonly Entry[]) =>
    entries.map(({ key, value }) => ({ key, value: toText(value) }));
  const request = JSON.stringify({ metrics, params: texts(params), tags: texts(tags) });
  const bytes = new TextEncoder().encode(request).length;
  if (bytes > MOST.bytes) {
    throw invalidParameter(
      `a batch can be at most ${MOST.bytes} bytes, this one has ${bytes}`,
      'split it into several batches',
    );
  }
}

function validateUnique(keys: readonly string[]): void {
  const repeated = keys.filter((key, i) => keys.indexOf(key) !== i);
  if (repeated.length > 0) {
    throw invalidParameter(
      `duplicate parameter keys in one batch: ${repeated.map(quote).join(', ')}`,
      'give every param once',
    );
  }
}

function validateMetric({ key, value, step = 0, timestamp = 0 }: Metric): void {
  validateKey(key, 'metric');
  if (typeof value !== 'number') {
    throw invalidParameter(
      `invalid value ${quote(value)} for metric ${quote(key)}`,
      'a metric is a number; log texts with logParam or setTag',
    );
  }
  if (!Number.isFinite(timestamp) || timestamp < 0) {
    throw invalidParameter(
      `invalid timestamp ${quote(timestamp)} for metric ${quote(key)}`,
      'give UTC milliseconds since 1970, not negative',
    );
  }
  if (!Number.isFinite(step)) {
    throw invalidParameter(`invalid step ${quote(step)} for metric ${quote(key)}`, 'give a whole number');
  }
}

function toMetricRecord(runId: string, metric: Metric, now: number): MetricRecord {
  const { key, value, step = 0, timestamp = now } = metric;
  const isNan = Number.isNaN(value) ? 1 : 0;
  const finite = Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
  return { kind: 'metric', version: 1, runId, key, step, timestamp, value: isNan ? 0 : finite, isNan };
}

function mergeParams(run: RunRecord, params: readonly [string, string][]): Map<string, string> {
  for (const [key, value] of params) {
    const old = run.params.get(key);
    if (old !== undefined && old !== value) {
      throw invalidParameter(
        `changing param values is not allowed: ${quote(key)} is ${quote(old)} and was to become ${quote(value)}`,
        'log each param once per run; start a new (nested) run for another value',
      );
    }
  }
  return new Map([...run.params, ...params]);
}

function mergeMetrics(run: RunRecord, points: readonly MetricRecord[]): Map<string, MetricPoint> {
  const metrics = new Map(run.metrics);
  for (const { key, step, timestamp, value, isNan } of points) {
    const current = metrics.get(key);
    const point = { step, timestamp, value, isNan };
    if (current === undefined || isLater(point, current)) metrics.set(key, point);
  }
  return metrics;
}

function isLater(a: MetricPoint, b: MetricPoint): boolean {
  return (a.step - b.step || a.timestamp - b.timestamp || a.value - b.value) > 0;
}
