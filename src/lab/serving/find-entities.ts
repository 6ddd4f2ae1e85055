import { EVENT_TIME } from '../../core/features/online-table.ts';
import { cellAt } from '../../core/table/column.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ServedView } from './read-serving.ts';

/** Whom one can ask for, and one entity per kind of answer where the online store has such. */
export interface Entities {
  readonly ids: readonly string[];
  /** Every feature is there and new. */
  readonly complete: string | null;
  /** New, but a feature is null or its row is missing. */
  readonly incomplete: string | null;
  /** Its newest row is older than the ttl: a customer who left. */
  readonly outdated: string | null;
  /** Nobody of this id. */
  readonly unknown: string;
}

interface Seen {
  nViews: number;
  isComplete: boolean;
  oldestEvent: number;
}

const UNKNOWN = '0000-NOONE';

/** Looks through the online rows of the views that are keyed by `joinKey` alone. O(rows × features). */
export async function findEntities(
  { engine }: Pick<Workspace, 'engine'>,
  joinKey: string,
): Promise<Entities> {
  const now = engine.time.clock.now();
  const seen = new Map<string, Seen>();
  const views = (await engine.features.listFeatureViews()).filter(
    ({ online, joinKeys }) => online && joinKeys.join() === joinKey,
  );
  for (const { name, features } of views) {
    const table = await engine.features.onlineTable(name);
    if (table !== null) lookThrough(table, { joinKey, features, seen });
  }
  const ttls = views.map(({ ttl }) => ttl).filter((ttl) => ttl > 0);
  const limit = ttls.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ttls);
  const isNew = ({ oldestEvent }: Seen): boolean => now - oldestEvent <= limit;
  const newest = Math.max(...[...seen.values()].map(({ oldestEvent }) => oldestEvent));
  const find = (matches: (entity: Seen) => boolean): string | null => {
    for (const [id, entity] of seen) if (matches(entity)) return id;
    return null;
  };
  const isWhole = (entity: Seen): boolean => entity.isComplete && entity.nViews === views.length;
  return {
    ids: [...seen.keys()].sort(),
    complete: find((entity) => isWhole(entity) && entity.oldestEvent === newest),
    incomplete: find((entity) => !isWhole(entity) && (isNew(entity) || entity.oldestEvent === newest)),
    outdated: find((entity) => isWhole(entity) && !isNew(entity)),
    unknown: UNKNOWN,
  };
}

function lookThrough(
  table: Table,
  {
    joinKey,
    features,
    seen,
  }: {
    readonly joinKey: string;
    readonly features: ServedView['features'];
    readonly seen: Map<string, Seen>;
  },
): void {
  const keys = columnOf(table, joinKey);
  const times = columnOf(table, EVENT_TIME).values;
  // A feature that was never written for a row is null there too; one that was added since is nowhere.
  const gaps = new Uint8Array(table.nRows);
  for (const { name } of features) {
    const column = table.columns.get(name);
    if (column === undefined) gaps.fill(1);
    column?.nulls?.forEach((isNull, row) => {
      gaps[row]! |= isNull;
    });
  }
  for (let row = 0; row < table.nRows; row++) {
    const id = String(cellAt(keys, row));
    let entity = seen.get(id);
    if (entity === undefined) {
      entity = { nViews: 0, isComplete: true, oldestEvent: Number.POSITIVE_INFINITY };
      seen.set(id, entity);
    }
    entity.nViews++;
    entity.oldestEvent = Math.min(entity.oldestEvent, times[row]!);
    entity.isComplete &&= gaps[row] === 0;
  }
}
