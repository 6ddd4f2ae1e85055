import type { Database } from '../database.ts';
import { unpack } from '../table/pack.ts';
import type { Table } from '../table/table.ts';
import type { FeatureCollections, FeatureViewRecord } from './collections.ts';
import { readViews } from './feature-registry.ts';
import { indexKeys, type KeyIndex } from './key-index.ts';
import { keyColumnsOf } from './online-table.ts';

/** The online rows of a view at hand; a row's position is the id of its key in `index`. */
export interface OnlineRows {
  readonly revision: number;
  /** Null where nothing was written yet. */
  readonly table: Table | null;
  readonly index: KeyIndex;
}

/** One consistent look at the online store. */
export interface OnlineState {
  readonly views: ReadonlyMap<string, FeatureViewRecord>;
  rowsOf(view: string): OnlineRows;
}

/** Reads online rows, keeping them in memory until they change. */
export interface OnlineReader {
  /** The state now; `viewsWanted` names the views whose rows are needed, among all that were applied. */
  read(
    viewsWanted: (views: ReadonlyMap<string, FeatureViewRecord>) => readonly string[],
  ): Promise<OnlineState>;
}

/**
 * An online reader over a database. Each read looks at the small view records in one transaction and fetches only
 * tables whose revision changed, so what another tab wrote is seen at once and a warm read costs O(1) per entity.
 */
export function createOnlineReader(database: Database<FeatureCollections>): OnlineReader {
  const cache = new Map<string, OnlineRows>();
  return {
    read: (viewsWanted) =>
      database.read(['featureViews', 'onlineTables'], async (transaction) => {
        const views = await readViews(transaction);
        const rows = new Map<string, OnlineRows>();
        for (const name of viewsWanted(views)) {
          const record = views.get(name) as FeatureViewRecord;
          const cached = cache.get(name);
          if (cached?.revision === record.onlineRevision) {
            rows.set(name, cached);
            continue;
          }
          const stored = await transaction.get('onlineTables', name);
          const fresh = indexOnlineRows(stored === undefined ? null : unpack(stored.table), record);
          rows.set(name, fresh);
          cache.set(name, fresh);
        }
        return { views, rowsOf: (view) => rows.get(view) as OnlineRows };
      }),
  };
}

function indexOnlineRows(table: Table | null, { definition, onlineRevision }: FeatureViewRecord): OnlineRows {
  const index = table === null ? indexKeys([], 0) : indexKeys(keyColumnsOf(table, definition), table.nRows);
  return { revision: onlineRevision, table, index };
}
