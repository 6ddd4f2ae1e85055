import { FeatureViewNotFoundException } from '../features/errors.ts';
import type { Cell } from '../table/column.ts';
import type { Fault } from './faults.ts';
import type { OnlineFeature } from './online-features.ts';

/** How much longer an online read takes, in milliseconds. */
export function storeDelayMs(faults: readonly Fault[]): number {
  return faults.reduce((total, fault) => total + (fault.kind === 'slow-store' ? fault.ms : 0), 0);
}

/** Throws Feast's error where a feature of a dropped view is asked for. */
export function refuseDroppedViews(faults: readonly Fault[], references: readonly string[]): void {
  const views = [...new Set(references.map(viewOf))];
  const dropped = new Set(
    faults.flatMap((fault) => (fault.kind === 'drop-feature-view' ? [fault.view] : [])),
  );
  for (const view of views) {
    if (dropped.has(view)) {
      throw new FeatureViewNotFoundException(
        view,
        views.filter((other) => !dropped.has(other)),
      );
    }
  }
}

/**
 * The features as they arrive with the faults in force. `readNumber` counts reads from 0 and decides which of them
 * a share hits, so that the same sequence of requests always gets the same faults.
 */
export function distortFeatures(
  faults: readonly Fault[],
  features: readonly OnlineFeature[],
  readNumber: number,
): readonly OnlineFeature[] {
  return features.map((feature) => faults.reduce((read, fault) => distort(read, fault, readNumber), feature));
}

function distort(feature: OnlineFeature, fault: Fault, readNumber: number): OnlineFeature {
  if (fault.kind !== 'null-feature' && fault.kind !== 'wrong-type') return feature;
  if (fault.feature !== feature.reference && fault.feature !== feature.name) return feature;
  if (feature.value === null) return feature;
  if (fault.kind === 'wrong-type') return { ...feature, value: asOtherType(feature.value) };
  return isHit(readNumber, fault.share ?? 1) ? { ...feature, value: null, status: 'NULL_VALUE' } : feature;
}

/** Spreads the share evenly: of n reads, ⌊n × share⌋ are hit. */
function isHit(readNumber: number, share: number): boolean {
  return Math.floor((readNumber + 1) * share) > Math.floor(readNumber * share);
}

/** Such as the signature refuses: MLflow reads the number out of a text, and lets a text pass for a boolean. */
function asOtherType(value: NonNullable<Cell>): Cell {
  if (typeof value === 'number') return 'n/a';
  return typeof value === 'string' ? value.length : Number(value);
}

function viewOf(reference: string): string {
  return reference.slice(0, reference.indexOf(':'));
}
