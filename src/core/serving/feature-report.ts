import type { FeatureStatus } from '../features/online-features.ts';
import { ownMember } from '../own-member.ts';
import type { Cell, Dtype } from '../table/column.ts';
import type { FeatureDefault, FeatureDefaults } from './feature-defaults.ts';
import type { OnlineFeature } from './online-features.ts';
import type { ServingOptions } from './serving-options.ts';

/** Where the model's value comes from: 'pipeline' where its own imputer has to find one, 'none' where nothing has. */
export type FeatureSource = 'online-store' | 'imputed' | 'pipeline' | 'none';

/** What a response tells of one feature. Ages are milliseconds of simulated time. */
export interface FeatureReport {
  readonly value: Cell;
  readonly status: FeatureStatus;
  readonly source: FeatureSource;
  /** ISO text in UTC. */
  readonly eventTimestamp: string | null;
  readonly ageMs: number | null;
  readonly stale: boolean;
}

/** One feature of a request: what is told of it, and the column it goes into. */
export interface ServedFeature {
  readonly name: string;
  readonly dtype: Dtype;
  readonly report: FeatureReport;
}

/**
 * Judges each feature read: missing ones of a known entity take their default where the policy imputes; a value is
 * stale when the store found it outside its maximum age, or when it is older than `staleAfter`. NaN is missing too.
 */
export function judgeFeatures(
  features: readonly OnlineFeature[],
  options: Pick<ServingOptions, 'onMissing' | 'staleAfter'>,
  defaults: FeatureDefaults | null,
): readonly ServedFeature[] {
  const isKnown = features.some(({ status }) => status !== 'NOT_FOUND');
  const imputes = options.onMissing === 'impute' && isKnown;
  return features.map(({ name, dtype, value, status, eventTimestamp, ageMs }) => {
    const isMissing = value === null || Number.isNaN(value);
    const imputed = isMissing && imputes ? ownMember(defaults?.values ?? {}, name) : undefined;
    const tooOld = options.staleAfter !== null && ageMs !== null && ageMs > options.staleAfter;
    return {
      name,
      dtype,
      report: {
        value: isMissing ? (imputed?.value ?? null) : value,
        status,
        source: isMissing ? sourceOfMissing(imputed) : 'online-store',
        eventTimestamp: eventTimestamp === null ? null : new Date(eventTimestamp).toISOString(),
        ageMs,
        stale: !isMissing && (tooOld || status === 'OUTSIDE_MAX_AGE'),
      },
    };
  });
}

/** The names of the features that the model would have to do without. */
export function missingNames(features: readonly ServedFeature[]): string[] {
  return features.filter(({ report }) => report.source === 'none').map(({ name }) => name);
}

/** The names of the features whose value is too old. */
export function staleNames(features: readonly ServedFeature[]): string[] {
  return features.filter(({ report }) => report.stale).map(({ name }) => name);
}

/** Whether the online store knows nothing at all of the entity. */
export function isUnknownEntity(features: readonly ServedFeature[]): boolean {
  return features.every(({ report }) => report.status === 'NOT_FOUND');
}

/** What is told of each feature, by its name. */
export function reportsByName(features: readonly ServedFeature[]): Readonly<Record<string, FeatureReport>> {
  return Object.fromEntries(features.map(({ name, report }) => [name, report]));
}

function sourceOfMissing(imputed: FeatureDefault | undefined): FeatureSource {
  if (imputed === undefined) return 'none';
  return imputed.value === null ? 'pipeline' : 'imputed';
}
