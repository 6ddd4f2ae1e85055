import {
  type DriftReport,
  type DriftReportOptions,
  driftReport,
} from '../../core/monitoring/drift-report.ts';
import { decideRetraining } from '../../core/monitoring/retrain-decision.ts';
import { targetDrift } from '../../core/monitoring/target-drift.ts';
import { type AcceptedTable, toTable } from './accepted.ts';

/** Evidently's drift preset, and what the course decides from it. */
export const monitoring = {
  /** `current` against `reference`, column by column; both tables in any form. */
  driftReport: (
    reference: AcceptedTable,
    current: AcceptedTable,
    options?: DriftReportOptions,
  ): DriftReport => driftReport(toTable(reference), toTable(current), options),
  targetDrift,
  decideRetraining,
};
