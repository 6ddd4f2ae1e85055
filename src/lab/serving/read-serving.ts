import type { ApiStatus } from '../../core/serving/api.ts';
import type { Fault } from '../../core/serving/faults.ts';
import type { Dtype } from '../../core/table/column.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A feature view that may be served online. */
export interface ServedView {
  readonly name: string;
  /** 0 is unlimited. */
  readonly ttlMs: number;
  readonly features: readonly { readonly name: string; readonly dtype: Dtype }[];
}

/** What has to be there before the API can answer, in the order in which it is made. */
export const PREPARATION = ['data', 'views', 'model', 'online', 'start'] as const;

export type PreparationStep = (typeof PREPARATION)[number];

/** The station at a glance. */
export interface ServingState {
  /** The clock's, UTC milliseconds. */
  readonly now: number;
  readonly status: ApiStatus;
  readonly faults: readonly Fault[];
  /** The views with `online: true`. */
  readonly views: readonly ServedView[];
  readonly done: Readonly<Record<PreparationStep, boolean>>;
}

/** Reads the API's state, looking what its model URI means by now, and what is prepared for it. */
export async function readServing({ engine }: Pick<Workspace, 'engine'>): Promise<ServingState> {
  const [tables, allViews, versions, status] = await Promise.all([
    engine.snapshots.listTables(),
    engine.features.listFeatureViews(),
    engine.registry.searchModelVersions(),
    engine.api.checkModel(),
  ]);
  const views = allViews.filter(({ online }) => online);
  const filled = await Promise.all(views.map(({ name }) => engine.features.onlineTable(name)));
  return {
    now: engine.time.clock.now(),
    status,
    faults: engine.faults.active(),
    views: views.map(({ name, ttl, features }) => ({
      name,
      ttlMs: ttl,
      features: features.map((feature) => ({ name: feature.name, dtype: feature.dtype })),
    })),
    done: {
      data: tables.length > 0,
      views: views.length > 0,
      model: versions.some(({ currentStage }) => currentStage === 'Production'),
      online: filled.some((table) => table !== null),
      start: status.state === 'running',
    },
  };
}
