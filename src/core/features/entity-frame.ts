import { KeyError, quote, suggest, TypeMismatchError, ValueError } from '../errors.ts';
import type { Column, TimestampColumn } from '../table/column.ts';
import { withColumn } from '../table/select.ts';
import { columnOf, isTable, type Table } from '../table/table.ts';
import { toTimestampColumn } from '../table/timestamps.ts';
import { isAllNull } from './all-null.ts';
import { EntityTimestampInferenceException } from './errors.ts';
import { entityKeysOf, type FeatureViewDefinition } from './feature-view.ts';
import { lacksTime, orderByTime, type TimeOrder } from './time-order.ts';

const DEFAULT_TIMESTAMP = 'event_timestamp';

/** The rows that features are joined to: who, and as of when. */
export interface EntityFrame {
  /** The caller's columns in their order, the timestamp as UTC instants. */
  readonly table: Table;
  readonly timestampColumn: string;
  readonly times: TimestampColumn;
  readonly order: TimeOrder;
}

/**
 * Finds the instants of an entity table: `event_timestamp` (a `Date`, ISO text with time or epoch ms), else the one
 * column of timestamps (stack semantics P29, P30). `EntityTimestampInferenceException` for none or several,
 * `ValueError` for a row without an instant.
 */
export function readEntityFrame(entities: Table): EntityFrame {
  if (!isTable(entities)) {
    throw new TypeMismatchError(
      `entityDf is ${quote(entities)}`,
      'give a table, a DataFrame or an array of rows: one row per entity and instant',
    );
  }
  const timestampColumn = findTimestampColumn(entities);
  const times = toTimestampColumn(columnOf(entities, timestampColumn), timestampColumn);
  const order = orderByTime(times);
  if (order.times.length < entities.nRows) {
    const row = times.values.findIndex((_, at) => lacksTime(times, at));
    throw new ValueError(
      `row ${row + 1} of entityDf has no ${quote(timestampColumn)}`,
      'give every entity row the instant as of which its features are wanted',
    );
  }
  return { table: withColumn(entities, timestampColumn, times), timestampColumn, times, order };
}

/** The columns of the entity table that a view is joined on, in key order. */
export function keyColumns(frame: EntityFrame, view: FeatureViewDefinition): readonly Column[] {
  return entityKeysOf(view).map((key) => columnOf(frame.table, key));
}

/** `KeyError` for a missing key column (P24), `ValueError` for one that is not of the declared type (P33). */
export function checkEntityKeys(frame: EntityFrame, view: FeatureViewDefinition): void {
  const { columns } = frame.table;
  const missing = entityKeysOf(view).filter((key) => !columns.has(key));
  if (missing[0] !== undefined) {
    throw new KeyError(
      `entityDf lacks the join key ${missing.map(quote).join(', ')} of feature view ${quote(view.name)}`,
      suggest(missing[0], columns.keys()),
    );
  }
  for (const [i, key] of view.joinKeys.entries()) {
    const declared = view.schema.find(({ name }) => name === key);
    const entityKey = entityKeysOf(view)[i] as string;
    if (declared !== undefined)
      checkKeyTypes(columnOf(frame.table, entityKey), declared, { name: entityKey, view });
  }
}

/** `ValueError` unless both sides of a join key can be equal: texts with texts, numbers with numbers (P33). */
export function checkKeyTypes(
  entityKey: Column,
  sourceKey: Pick<Column, 'dtype'>,
  { name, view }: { readonly name: string; readonly view: FeatureViewDefinition },
): void {
  const { dtype } = sourceKey;
  if (typeFamily(entityKey.dtype) === typeFamily(dtype) || isAllNull(entityKey)) return;
  throw new ValueError(
    `join key ${quote(name)} is ${entityKey.dtype} in entityDf but ${dtype} in feature view ${quote(view.name)}`,
    'convert one of them: keys match only where type and value are the same',
  );
}

function findTimestampColumn(entities: Table): string {
  if (entities.columns.has(DEFAULT_TIMESTAMP)) return DEFAULT_TIMESTAMP;
  const candidates = [...entities.columns].flatMap(([name, { dtype }]) =>
    dtype === 'timestamp' ? [name] : [],
  );
  if (candidates.length !== 1) throw new EntityTimestampInferenceException(candidates);
  return candidates[0] as string;
}

function typeFamily(dtype: Column['dtype']): string {
  return dtype === 'int64' || dtype === 'float64' ? 'number' : dtype;
}
