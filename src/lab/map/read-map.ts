import type { Fault } from '../../core/serving/faults.ts';
import { listRuns } from '../runs/search-runs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How a link of the route is: nothing has passed yet, it is in order, what passed is too old, or it is broken. */
export type LinkState = 'idle' | 'flowing' | 'stale' | 'broken';

/** The lab at a glance: what each room holds, and how the links between them are. */
export interface LabMap {
  readonly now: number;
  readonly snapshots: {
    readonly nTables: number;
    readonly nRows: number;
    readonly months: readonly string[];
  };
  readonly views: { readonly nViews: number; readonly nFeatures: number };
  readonly runs: { readonly nRuns: number; readonly lastRunName: string | null };
  /** Versions per stage over all models. */
  readonly versions: Readonly<Record<'None' | 'Staging' | 'Production' | 'Archived', number>>;
  readonly online: {
    readonly nViews: number;
    readonly lastEnd: number | null;
    readonly ageMs: number | null;
  };
  readonly api: {
    readonly state: 'stopped' | 'failed' | 'running';
    readonly version: string | null;
    readonly isBehind: boolean;
  };
  readonly faults: readonly Fault['kind'][];
  readonly links: Readonly<Record<LinkName, LinkState>>;
}

/** The links, named from room to room. */
export type LinkName =
  | 'snapshots-views'
  | 'views-runs'
  | 'runs-models'
  | 'models-api'
  | 'views-online'
  | 'online-api';

/** Reads the map. Ages count from the lab's clock. */
export async function readMap({ engine }: Workspace): Promise<LabMap> {
  const [tables, views, runs, versions, apiStatus] = await Promise.all([
    engine.snapshots.listTables(),
    engine.features.listFeatureViews(),
    listRuns({ engine }),
    engine.registry.searchModelVersions(),
    engine.api.checkModel(),
  ]);
  const now = engine.time.clock.now();
  const online = await readOnline({ engine }, now);
  const perStage = { None: 0, Staging: 0, Production: 0, Archived: 0 };
  for (const { currentStage } of versions) perStage[currentStage]++;
  const faults = engine.faults.active().map(({ kind }) => kind);
  const map = {
    now,
    snapshots: {
      nTables: tables.length,
      nRows: tables.reduce((sum, { nRows }) => sum + nRows, 0),
      months: [...new Set(tables.flatMap(({ asOf }) => asOf))].sort(),
    },
    views: {
      nViews: views.length,
      nFeatures: views.reduce((sum, { features }) => sum + features.length, 0),
    },
    runs: { nRuns: runs.length, lastRunName: runs[0]?.info.runName ?? null },
    versions: perStage,
    online,
    api: {
      state: apiStatus.state,
      version: apiStatus.model?.version ?? null,
      isBehind: apiStatus.isBehind,
    },
    faults,
  };
  return { ...map, links: linksOf(map) };
}

/** When the online store was last filled, and how old that makes its newest rows at most. */
async function readOnline({ engine }: Pick<Workspace, 'engine'>, now: number): Promise<LabMap['online']> {
  const views = (await engine.features.listFeatureViews()).filter(({ online }) => online);
  const intervals = await Promise.all(
    views.map(({ name }) => engine.features.materializationIntervals(name)),
  );
  const ends = intervals.map((spans) => Math.max(...spans.map(([, end]) => end)));
  const known = ends.filter(Number.isFinite);
  const lastEnd = known.length === 0 ? null : Math.min(...known);
  return { nViews: known.length, lastEnd, ageMs: lastEnd === null ? null : now - lastEnd };
}

/** Older than this, what the online store holds is a month behind: the next month end has passed. */
const FRESH_MS = 35 * 86_400_000;

function linksOf(map: Omit<LabMap, 'links'>): LabMap['links'] {
  const { snapshots, views, runs, versions, online, api, faults } = map;
  const nVersions = Object.values(versions).reduce((sum, n) => sum + n, 0);
  const flowing = (isUsed: boolean): LinkState => (isUsed ? 'flowing' : 'idle');
  const brokenBy = (kinds: readonly Fault['kind'][], otherwise: LinkState): LinkState =>
    kinds.some((kind) => faults.includes(kind)) ? 'broken' : otherwise;
  const isOld = online.ageMs !== null && online.ageMs > FRESH_MS;
  return {
    'snapshots-views': brokenBy(['late-data'], flowing(snapshots.nTables > 0 && views.nViews > 0)),
    'views-runs': flowing(runs.nRuns > 0),
    'runs-models': flowing(nVersions > 0),
    'models-api': api.isBehind ? 'stale' : flowing(api.state === 'running'),
    'views-online': brokenBy(['skip-materialization'], isOld ? 'stale' : flowing(online.nViews > 0)),
    'online-api': brokenBy(
      ['drop-feature-view', 'null-feature', 'wrong-type', 'slow-store', 'api-down'],
      isOld ? 'stale' : flowing(api.state === 'running' && online.nViews > 0),
    ),
  };
}
