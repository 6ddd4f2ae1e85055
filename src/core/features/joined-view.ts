import type { Column } from '../table/column.ts';
import { checkKeyTypes, type EntityFrame, keyColumns } from './entity-frame.ts';
import type { RequestedFeature, RequestedView } from './feature-reference.ts';
import type { FeatureSource } from './feature-source.ts';
import { entityKeysOf } from './feature-view.ts';
import { indexKeys, type KeyIndex } from './key-index.ts';
import { type Matches, matchPointInTime } from './point-in-time-join.ts';
import type { TimeOrder } from './time-order.ts';

/** A requested view with its rows at hand. */
export interface SourcedView extends RequestedView {
  readonly source: FeatureSource;
}

/** A view after the join: per output row the source row used (−1: none) and the outcome's code. */
export interface JoinedView extends SourcedView {
  readonly rows: Int32Array;
  readonly outcomes: Uint8Array;
}

/** How the sources are matched; the lab's rules where nothing is said. */
export interface MatchOptions {
  /** The instants to match at, in place of the entity rows' own. */
  readonly order?: TimeOrder;
  readonly nullsMatch?: boolean;
  readonly ttlOf?: (view: SourcedView) => number;
}

/** Matches every view against the entity rows, each by itself (stack semantics P10). Equal keys are indexed once. */
export function matchViews(
  frame: EntityFrame,
  views: readonly SourcedView[],
  options: MatchOptions = {},
): readonly Matches[] {
  const { order = frame.order, nullsMatch = false, ttlOf = ({ view }) => view.ttlMs } = options;
  const indexes = new Map<string, KeyIndex>();
  return views.map((sourced) => {
    const { view, source } = sourced;
    const keys = keyColumns(frame, view);
    checkSourceKeys(keys, sourced);
    const name = JSON.stringify(entityKeysOf(view));
    const index = indexes.get(name) ?? indexKeys(keys, frame.table.nRows, { nullsMatch });
    indexes.set(name, index);
    const entity = { keyIds: index.ids, nKeys: index.nKeys, order };
    const keyIds = index.find(source.keys, source.table.nRows);
    return matchPointInTime(entity, { keyIds, times: source.times, created: source.created }, ttlOf(sourced));
  });
}

/** The source's column of a requested feature. */
export function featureColumn({ source }: SourcedView, { field }: RequestedFeature): Column {
  return source.column(field);
}

function checkSourceKeys(keys: readonly Column[], { view, source }: SourcedView): void {
  for (const [i, key] of keys.entries()) {
    const sourceKey = source.keys[i] as Column;
    if (sourceKey.values.length > 0) {
      checkKeyTypes(key, sourceKey, { name: entityKeysOf(view)[i] as string, view });
    }
  }
}
