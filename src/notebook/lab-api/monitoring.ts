import { checkOptions } from '../../core/check-options.ts';
import { type DriftReport, driftReport } from '../../core/monitoring/drift-report.ts';
import type { DriftReportOptions } from '../../core/monitoring/drift-report-options.ts';
import { decideRetraining, type RetrainDecision } from '../../core/monitoring/retrain-decision.ts';
import { targetDrift } from '../../core/monitoring/target-drift.ts';
import { loggedFeatures } from '../../core/serving/logged-features.ts';
import type { Column } from '../../core/table/column.ts';
import { columnFromCells } from '../../core/table/from-rows.ts';
import { columnOf, isTable } from '../../core/table/table.ts';
import { type AcceptedTable, type AcceptedVector, toTable, toVector } from './accepted.ts';
import { isDataFrame } from './danfo.ts';

const DRIFT_OPTIONS = [
  'columns',
  'numerical',
  'categorical',
  'methods',
  'thresholds',
  'driftShare',
  'countText',
];

/** Evidently's drift preset, and what the course decides from it. */
export const monitoring = {
  /** `current` against `reference`, column by column; both tables in any form. */
  driftReport: (
    reference: AcceptedTable,
    current: AcceptedTable,
    options?: DriftReportOptions,
  ): DriftReport => {
    checkOptions('monitoring.driftReport', options, { optional: DRIFT_OPTIONS });
    return driftReport(toTable(reference), toTable(current), options);
  },
  /** How far the share of positive labels moved; labels in any form, null for a side that has none yet. */
  targetDrift: (reference: AcceptedVector | null, current: AcceptedVector | null): number =>
    targetDrift(toLabels(reference, 'reference'), toLabels(current, 'current')),
  /** See core: `{ threshold, operator }` say from which share of drifted columns to train again. */
  decideRetraining: (
    report: Pick<DriftReport, 'share'>,
    options: Parameters<typeof decideRetraining>[1],
  ): RetrainDecision => {
    checkOptions('monitoring.decideRetraining', options, { required: ['threshold', 'operator'] });
    return decideRetraining(report, options);
  },
  /** The features that the API's requests were answered with: `await api.requests()` as the current table. */
  loggedFeatures,
};

function toLabels(labels: AcceptedVector | null, name: string): Column | null {
  if (labels === null) return null;
  if (isTable(labels) || isDataFrame(labels)) {
    const table = toTable(labels);
    const [only, ...others] = table.columns.keys();
    if (only !== undefined && others.length === 0) return columnOf(table, only);
  }
  return columnFromCells(Array.from(toVector(labels, name)), { name });
}
