import type { LabCollections } from '../../core/engine/collections.ts';
import type { Topic } from '../workspace/workspace.ts';

const TOPICS: Readonly<Record<keyof LabCollections, Topic>> = {
  settings: 'clock',
  tables: 'data',
  snapshots: 'data',
  snapshotPayloads: 'data',
  entities: 'features',
  featureViews: 'features',
  onlineTables: 'features',
  experiments: 'runs',
  runs: 'runs',
  metrics: 'runs',
  artifacts: 'runs',
  artifactContents: 'runs',
  registeredModels: 'models',
  modelVersions: 'models',
  stageEvents: 'models',
  requestLog: 'serving',
  requestLogHead: 'serving',
};

/** What pages must read again after a write to these collections. */
export function topicsOf(collections: readonly string[]): readonly Topic[] {
  return [...new Set(collections.flatMap((name) => TOPICS[name as keyof LabCollections] ?? []))];
}
