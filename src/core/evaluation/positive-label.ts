import { quote, ValueError } from '../errors.ts';
import type { Label } from '../training/estimator.ts';
import { toTargetLabel } from './target.ts';

/**
 * The label that counts as positive: `posLabel`, or 1 where the labels are 0 and 1, or −1 and 1. Other labels
 * without `posLabel` are a `ValueError`.
 */
export function positiveLabel(classes: readonly Label[], posLabel: Label | undefined): Label {
  if (posLabel !== undefined) return toTargetLabel(posLabel);
  if (hasUsualLabels(classes)) return 1;
  throw new ValueError(
    `y_true takes value in ${quote(classes)} and posLabel is not specified`,
    'pass posLabel, or use the labels 0 and 1 or -1 and 1',
  );
}

/** Whether the classes are 0 and 1, or −1 and 1, or one of these three alone. */
export function hasUsualLabels(classes: readonly Label[]): boolean {
  return typeof classes[0] === 'number' && ['0,1', '-1,1', '0', '-1', '1'].includes(classes.join());
}
