import { type MaterializeContext, materialize, materializeIncremental } from '../features/materialize.ts';
import type { FeatureStore } from '../features/store.ts';
import type { Faults } from '../serving/faults.ts';
import { latenessMs, skipsMaterialization } from '../serving/faulty-materialization.ts';

/** The two ways to materialize, as the feature store has them. */
export type Materialization = Pick<FeatureStore, 'materialize' | 'materializeIncremental'>;

/**
 * Materialization with the injected faults: a skipped view is left as it is and records no interval; the rows of a late
 * view that "have not arrived" are left out, and since the interval is recorded whole, an incremental run never comes
 * back for them (stack semantics O10). Errors and atomicity are the feature store's own.
 */
export function createFaultyMaterialization(
  { database, tables, clock }: Omit<MaterializeContext, 'arrivedUpTo'>,
  faults: Faults,
): Materialization {
  const arrivedUpTo = (view: string, endMs: number): number | null => {
    const active = faults.active();
    return skipsMaterialization(active, view) ? null : endMs - latenessMs(active, view);
  };
  const context: MaterializeContext = { database, tables, clock, arrivedUpTo };
  return {
    materialize: (start, end, options) => materialize(context, [start, end], options),
    materializeIncremental: (end, options) => materializeIncremental(context, end, options),
  };
}
