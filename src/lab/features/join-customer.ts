import { type FeatureViewDefinition, featuresOf } from '../../core/features/feature-view.ts';
import type { FieldDtype } from '../../core/features/field.ts';
import {
  getHistoricalFeatures,
  type HistoricalFeatures,
  type JoinModeName,
} from '../../core/features/historical-features.ts';
import type { SourceRow } from '../../core/features/lineage.ts';
import type { Outcome } from '../../core/features/point-in-time-join.ts';
import { type Cell, cellAt } from '../../core/table/column.ts';
import { fromRows } from '../../core/table/from-rows.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import { CUSTOMER_KEY, type Customer } from './read-customer.ts';
import { type TtlChoice, ttlMsOf } from './ttl-choice.ts';

/** As of when, by whose rules, and for how long rows count. */
export interface CustomerJoinOptions {
  readonly atMs: number;
  readonly mode: JoinModeName;
  readonly ttl: TtlChoice;
}

/** A feature's value in the training row. */
export interface JoinedCell {
  readonly feature: string;
  readonly dtype: FieldDtype;
  readonly value: Cell;
}

/** What one view gives to a training row, and why. */
export interface JoinedGroup {
  readonly view: string;
  readonly reason: Outcome;
  /** The source row used; its `rowIndex` is that of the customer's lane. */
  readonly used: SourceRow | null;
  readonly expired: SourceRow | null;
  readonly nextFuture: SourceRow | null;
  /** The row used became true after the instant: a leak. */
  readonly isLeak: boolean;
  /** The row used was written after the instant: nobody could have read it then. */
  readonly isLate: boolean;
  readonly cells: readonly JoinedCell[];
}

/** A customer's training row at an instant. */
export interface CustomerJoin {
  /** One per output row: none where the row vanished, several where it doubled. */
  readonly rows: readonly (readonly JoinedGroup[])[];
  /** Where the row vanished, the views that have nothing in time for it, as the lab's own join sees them. */
  readonly lostTo: readonly JoinedGroup[];
}

/** Joins the views for one customer at one instant, with the engine's own join over the customer's rows alone. */
export async function joinCustomer(
  customer: Customer,
  { atMs, mode, ttl }: CustomerJoinOptions,
): Promise<CustomerJoin> {
  const views = customer.lanes.map(({ view }) => ({ ...view, ttlMs: ttlMsOf(view, ttl) }));
  const join = (as: JoinModeName): Promise<HistoricalFeatures> =>
    getHistoricalFeatures(
      {
        views: new Map(views.map((view) => [view.name, view])),
        tables: { readTable: async (name) => customer.tables.get(name) as Table },
      },
      {
        entityDf: entityOf(customer, atMs),
        features: views.flatMap(referencesOf),
        fullFeatureNames: true,
        as,
      },
    );
  const rows = groupsOf(await join(mode), atMs);
  if (rows.length > 0) return { rows, lostTo: [] };
  const [kept = []] = groupsOf(await join('lab'), atMs);
  return {
    rows,
    lostTo: kept.filter(({ reason }) => reason === 'only-future-rows' || reason === 'expired-by-ttl'),
  };
}

function entityOf({ userId }: Customer, atMs: number): Table {
  return fromRows([{ [CUSTOMER_KEY]: userId, event_timestamp: new Date(atMs) }]);
}

function referencesOf(view: FeatureViewDefinition): string[] {
  return featuresOf(view).map(({ name }) => `${view.name}:${name}`);
}

function groupsOf(joined: HistoricalFeatures, atMs: number): JoinedGroup[][] {
  return Array.from({ length: joined.table.nRows }, (_, row) =>
    joined.lineage(row).map((lineage, i): JoinedGroup => {
      const { features } = joined.views[i] as (typeof joined.views)[number];
      const { used } = lineage;
      return {
        view: lineage.view,
        reason: lineage.reason,
        used,
        expired: lineage.expiredRow,
        nextFuture: lineage.nextFutureRow,
        isLeak: used !== null && used.eventTimestamp.getTime() > atMs,
        isLate: used?.createdTimestamp != null && used.createdTimestamp.getTime() > atMs,
        cells: features.map(({ field, column }) => ({
          feature: field.name,
          dtype: field.dtype,
          value: cellAt(columnOf(joined.table, column), row),
        })),
      };
    }),
  );
}
