import type { Engine } from '../../core/engine/create-engine.ts';
import type { LabApi } from '../../notebook/lab-api/lab-api.ts';

/** One lab as the app works on it: the engine, and the API that cells have over the same engine. */
export interface Workspace {
  readonly engine: Engine;
  readonly api: LabApi;
}

/** What of the lab an action changed: queries that read it are asked again. */
export type Topic = 'clock' | 'data' | 'features' | 'runs' | 'models' | 'serving' | 'faults';
