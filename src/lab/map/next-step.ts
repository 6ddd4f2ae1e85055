import type { LabMap } from './read-map.ts';

/** What to do next in a lab that is not complete, in the order of the route; 'watch' once everything runs. */
export type NextStep =
  | 'load'
  | 'define'
  | 'train'
  | 'promote'
  | 'materialize'
  | 'start'
  | 'restart'
  | 'watch';

/** The first thing that is missing on the route. */
export function nextStep({ snapshots, views, runs, versions, online, api }: LabMap): NextStep {
  if (snapshots.nTables === 0) return 'load';
  if (views.nViews === 0) return 'define';
  if (runs.nRuns === 0) return 'train';
  if (versions.Production === 0) return 'promote';
  if (online.nViews === 0) return 'materialize';
  if (api.state !== 'running') return 'start';
  return api.isBehind ? 'restart' : 'watch';
}
