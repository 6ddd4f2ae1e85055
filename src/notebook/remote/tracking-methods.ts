import * as v from 'valibot';
import { toJsonContent } from '../../core/tracking/artifacts.ts';
import type { TrackingClient } from '../../core/tracking/tracking-client.ts';
import { type EngineMethod, method } from './engine-method.ts';
import {
  args,
  checkedByCore,
  nullishText,
  number,
  optionalText,
  options,
  table,
  text,
  texts,
  values,
} from './schemas.ts';

const tags = { tags: v.optional(values) };
const time = { step: v.optional(number), timestamp: v.optional(number) };
const metric = v.strictObject({ key: checkedByCore, value: checkedByCore, ...time });
const entry = v.strictObject({ key: checkedByCore, value: v.unknown() });
const newRun = v.strictObject({ experimentId: text, runName: optionalText, ...tags });
const batch = v.strictObject({
  metrics: v.optional(v.array(metric)),
  params: v.optional(v.array(entry)),
  tags: v.optional(v.array(entry)),
});
const content = v.variant('kind', [
  v.strictObject({ kind: v.literal('json'), value: v.unknown() }),
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({ kind: v.literal('bytes'), bytes: v.instance(Uint8Array) }),
]);
const RUNS = ['runs'] as const;

/** A run by its id, or what a new one is given. */
export const runTarget = v.union([text, newRun]);

/** MLflow's client, method by method: what each takes, and what it changes. */
export const trackingMethods: Readonly<Record<keyof TrackingClient, EngineMethod>> = {
  createExperiment: method(
    args(checkedByCore, options(tags)),
    ({ engine }, given) => engine.tracking.client.createExperiment(...given),
    RUNS,
  ),
  getExperiment: method(args(text), ({ engine }, given) => engine.tracking.client.getExperiment(...given)),
  getExperimentByName: method(args(text), ({ engine }, given) =>
    engine.tracking.client.getExperimentByName(...given),
  ),
  searchExperiments: method(args(), ({ engine }) => engine.tracking.client.searchExperiments()),
  deleteExperiment: method(
    args(text),
    ({ engine }, given) => engine.tracking.client.deleteExperiment(...given),
    RUNS,
  ),
  restoreExperiment: method(
    args(text),
    ({ engine }, given) => engine.tracking.client.restoreExperiment(...given),
    RUNS,
  ),
  createRun: method(args(newRun), ({ engine }, given) => engine.tracking.client.createRun(...given), RUNS),
  getRun: method(args(checkedByCore), ({ engine }, given) => engine.tracking.client.getRun(...given)),
  updateRun: method(
    args(
      checkedByCore,
      v.strictObject({ status: v.optional(checkedByCore), runName: optionalText, ...tags }),
    ),
    ({ engine }, given) => engine.tracking.client.updateRun(...given),
    RUNS,
  ),
  setTerminated: method(
    args(checkedByCore, v.optional(checkedByCore)),
    ({ engine }, given) => engine.tracking.client.setTerminated(...given),
    RUNS,
  ),
  deleteRun: method(
    args(checkedByCore),
    ({ engine }, given) => engine.tracking.client.deleteRun(...given),
    RUNS,
  ),
  restoreRun: method(
    args(checkedByCore),
    ({ engine }, given) => engine.tracking.client.restoreRun(...given),
    RUNS,
  ),
  logBatch: method(
    args(checkedByCore, batch),
    ({ engine }, given) => engine.tracking.client.logBatch(...given),
    RUNS,
  ),
  logBatchTo: method(
    args(runTarget, batch),
    ({ engine }, given) => engine.tracking.client.logBatchTo(...given),
    RUNS,
  ),
  logParam: method(
    args(checkedByCore, checkedByCore, v.unknown()),
    ({ engine }, given) => engine.tracking.client.logParam(...given),
    RUNS,
  ),
  logParams: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.tracking.client.logParams(...given),
    RUNS,
  ),
  logMetric: method(
    args(checkedByCore, metric),
    ({ engine }, given) => engine.tracking.client.logMetric(...given),
    RUNS,
  ),
  logMetrics: method(
    args(checkedByCore, checkedByCore, options(time)),
    ({ engine }, given) => engine.tracking.client.logMetrics(...given),
    RUNS,
  ),
  setTag: method(
    args(checkedByCore, checkedByCore, v.unknown()),
    ({ engine }, given) => engine.tracking.client.setTag(...given),
    RUNS,
  ),
  setTags: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.tracking.client.setTags(...given),
    RUNS,
  ),
  deleteTag: method(
    args(checkedByCore, text),
    ({ engine }, given) => engine.tracking.client.deleteTag(...given),
    RUNS,
  ),
  getMetricHistory: method(args(text, text), ({ engine }, given) =>
    engine.tracking.client.getMetricHistory(...given),
  ),
  logDict: method(
    args(checkedByCore, v.unknown(), checkedByCore),
    ({ engine }, given) => engine.tracking.client.logDict(...given),
    RUNS,
  ),
  logText: method(
    args(checkedByCore, checkedByCore, checkedByCore),
    ({ engine }, given) => engine.tracking.client.logText(...given),
    RUNS,
  ),
  logBytes: method(
    args(checkedByCore, v.instance(Uint8Array), checkedByCore),
    ({ engine }, given) => engine.tracking.client.logBytes(...given),
    RUNS,
  ),
  logTable: method(
    args(checkedByCore, table, checkedByCore),
    ({ engine }, given) => engine.tracking.client.logTable(...given),
    RUNS,
  ),
  logFileTo: method(
    args(runTarget, checkedByCore, content),
    ({ engine }, [to, path, file]) =>
      // What crossed as JSON may hold what JSON cannot.
      engine.tracking.client.logFileTo(
        to,
        path,
        file.kind === 'json' ? toJsonContent(file.value, path) : file,
      ),
    RUNS,
  ),
  logTableTo: method(
    args(runTarget, checkedByCore, table),
    ({ engine }, given) => engine.tracking.client.logTableTo(...given),
    RUNS,
  ),
  getArtifact: method(args(checkedByCore, text), ({ engine }, given) =>
    engine.tracking.client.getArtifact(...given),
  ),
  listArtifacts: method(args(checkedByCore, nullishText), ({ engine }, given) =>
    engine.tracking.client.listArtifacts(...given),
  ),
  searchRuns: method(
    args(
      options({
        experimentNames: v.optional(texts),
        experimentIds: v.optional(texts),
        filterString: optionalText,
        orderBy: v.optional(texts),
        maxResults: v.optional(checkedByCore),
        runViewType: v.optional(checkedByCore),
      }),
    ),
    ({ engine }, given) => engine.tracking.client.searchRuns(...given),
  ),
};
