import type { KeyPaths } from '../database.ts';
import type { Stage } from './stages.ts';

/** A registered model as it is stored. Timestamps are UTC milliseconds. */
export interface RegisteredModelRecord {
  readonly kind: 'registered-model';
  readonly version: 1;
  readonly name: string;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly description: string | null;
  readonly tags: ReadonlyMap<string, string>;
  /** Version number by alias. */
  readonly aliases: ReadonlyMap<string, number>;
  /** The highest version number ever given, deleted ones included: numbers are never reused (R2). */
  readonly lastVersion: number;
}

/** A live version as it is stored; a deleted one leaves only its stage events. */
export interface ModelVersionRecord {
  readonly kind: 'model-version';
  readonly version: 1;
  readonly name: string;
  readonly modelVersion: number;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly description: string | null;
  readonly userId: string;
  readonly currentStage: Stage;
  readonly source: string;
  /** Where the files are: the source, or for a copy of another version that one's location (R21). */
  readonly storageLocation: string;
  readonly runId: string | null;
  readonly tags: ReadonlyMap<string, string>;
}

/** One change of a version's stage: who, when, from, to and why. MLflow keeps no such record (R23). */
export interface StageEventRecord {
  readonly kind: 'stage-event';
  readonly version: 1;
  readonly name: string;
  /** Rises by one with every event of the registry. */
  readonly sequence: number;
  readonly modelVersion: number;
  readonly action: 'created' | 'transitioned' | 'archived' | 'deleted';
  /** null for a new version. */
  readonly from: Stage | null;
  /** null for a deleted version. */
  readonly to: Stage | null;
  /** UTC milliseconds. */
  readonly at: number;
  readonly user: string;
  readonly reason: string | null;
  /** The version whose promotion archived this one. */
  readonly causedBy: number | null;
}

/** What the registry stores. */
export type RegistryCollections = {
  registeredModels: RegisteredModelRecord;
  modelVersions: ModelVersionRecord;
  stageEvents: StageEventRecord;
};

/** The keys of the registry's collections. */
export const registryKeyPaths: KeyPaths<RegistryCollections> = {
  registeredModels: 'name',
  modelVersions: ['name', 'modelVersion'],
  stageEvents: ['name', 'sequence'],
};
