import type { Receipt } from '../../core/tracking/receipt.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { ReportLab, ReportRun } from '../../notebook/report/report-lab.ts';
import type { StepRecord } from './step-record.ts';

/** What a step's lab held as a report keeps it: texts in pairs, numbers written so that they read back exactly. */
export function reportLabOf({ runs, receipts, models, requests, ...record }: StepRecord): ReportLab {
  return {
    ...{ recordedAt: record.recordedAt, labNow: record.labNow, datasetDigest: record.datasetDigest },
    runs: runs.map((run) => reportRunOf(run, receipts[run.info.runId] ?? null)),
    models: models.map(({ name, versions, history }) => ({
      name,
      versions: versions.map(({ version, currentStage, runId, aliases }) => ({
        ...{ version, stage: currentStage, runId, aliases: [...aliases] },
      })),
      history: history.map(({ version, action, from, to, at, reason }) => ({
        ...{ version, action, from, to, at, reason },
      })),
    })),
    requests: requests.map(({ features, prediction, missing, stale, imputed, ...request }) => ({
      ...{ at: request.at, method: request.method, path: request.path, status: request.status },
      ...{ outcome: String(request.outcome), entity: request.entity, message: request.message },
      ...{ modelName: request.modelName, modelVersion: request.modelVersion },
      ...{ missing: [...missing], stale: [...stale], imputed: [...imputed] },
      prediction: prediction === null ? null : String(prediction),
      features: Object.entries(features).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString() : String(value),
      ]),
    })),
  };
}

/** A run with its receipt as a report keeps it. */
export function reportRunOf({ info, data }: Run, receipt: Receipt | null): ReportRun {
  return {
    ...{ runId: info.runId, runName: info.runName, status: info.status },
    ...{ startTime: info.startTime, endTime: info.endTime },
    params: sorted(data.params),
    metrics: sorted(data.metrics),
    receipt:
      receipt === null
        ? null
        : {
            ...{ digest: receipt.digest, code: receipt.code, codeVersion: receipt.codeVersion },
            ...{ modelDigest: receipt.modelDigest, predictionsDigest: receipt.predictionsDigest },
            seed: JSON.stringify(receipt.seed),
            dataDigests: sorted(receipt.dataDigests),
          },
  };
}

function sorted(values: Readonly<Record<string, string | number>>): [string, string][] {
  return Object.entries(values)
    .map(([name, value]): [string, string] => [name, Object.is(value, -0) ? '-0' : String(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
