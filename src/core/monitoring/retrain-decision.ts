import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import type { DriftReport } from './drift-report.ts';

/** How the share of drifted columns is compared with the threshold. */
export type RetrainOperator = '>=' | '>';

/** Whether to train again, and the sentence that says why. */
export interface RetrainDecision {
  readonly retrain: boolean;
  readonly reason: string;
}

/**
 * Retrains when the share of drifted columns reaches (`>=`) or exceeds (`>`) the flow's own threshold, whatever
 * the report's verdict on the whole dataset says. Mirrors the course's flows (D9).
 */
export function decideRetraining(
  report: Pick<DriftReport, 'share'>,
  { threshold, operator }: { readonly threshold: number; readonly operator: RetrainOperator },
): RetrainDecision {
  if (typeof report?.share !== 'number') {
    throw new TypeMismatchError(`the report is ${quote(report)}`, 'give what driftReport returns');
  }
  if (typeof threshold !== 'number' || !(threshold >= 0 && threshold <= 1)) {
    throw new ValueError(`threshold ${quote(threshold)} is no share`, 'use a number from 0 to 1');
  }
  if (operator !== '>=' && operator !== '>') {
    throw new ValueError(`no operator ${quote(operator)}`, "use '>=' or '>'");
  }
  const retrain = operator === '>=' ? report.share >= threshold : report.share > threshold;
  return {
    retrain,
    reason: `share of drifted columns ${report.share} is ${retrain ? '' : 'not '}${operator} ${threshold}`,
  };
}
