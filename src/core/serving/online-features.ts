import type { FeatureStatus } from '../features/online-features.ts';
import type { Cell, Dtype } from '../table/column.ts';

/** One feature as read from the online store. Times are null where nothing was found. */
export interface OnlineFeature {
  /** The name of its column, with the view's in front where full names were asked for. */
  readonly name: string;
  /** The reference it was asked by, `'view:feature'`. */
  readonly reference: string;
  readonly dtype: Dtype;
  readonly value: Cell;
  readonly status: FeatureStatus;
  /** UTC milliseconds of the row the value comes from. */
  readonly eventTimestamp: number | null;
  readonly ageMs: number | null;
}

/** Which features of which entity to read. */
export interface OnlineRead {
  readonly entity: Readonly<Record<string, string>>;
  readonly features: readonly string[];
  readonly fullFeatureNames: boolean;
  readonly strictTtl: boolean;
}

/** The online store as the API sees it: one entity per read, features in the order asked for. */
export interface OnlineFeatureReader {
  read(request: OnlineRead): Promise<readonly OnlineFeature[]>;
}
