import type { ModelVersionRecord, RegisteredModelRecord } from './collections.ts';
import { STAGES, type Stage } from './stages.ts';

/** MLflow's `ModelVersion`. Timestamps are UTC milliseconds. */
export interface ModelVersion {
  readonly name: string;
  readonly version: number;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly description: string | null;
  readonly userId: string;
  readonly currentStage: Stage;
  readonly source: string;
  readonly runId: string | null;
  /** Always READY: the lab's stores need no time to take a version in (R3). */
  readonly status: 'READY';
  readonly tags: Readonly<Record<string, string>>;
  /** In alphabetical order. Filled in every answer; MLflow leaves it empty in lists (R23). */
  readonly aliases: readonly string[];
}

/** MLflow's `RegisteredModel`. */
export interface RegisteredModel {
  readonly name: string;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly description: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Version number by alias. */
  readonly aliases: Readonly<Record<string, number>>;
  /** Per stage the highest version in it, in the order of the stages (R10). */
  readonly latestVersions: readonly ModelVersion[];
}

/** The stored version as MLflow shows it. */
export function toModelVersion(model: RegisteredModelRecord, record: ModelVersionRecord): ModelVersion {
  const aliases = [...model.aliases].filter(([, version]) => version === record.modelVersion);
  return {
    name: record.name,
    version: record.modelVersion,
    creationTimestamp: record.creationTimestamp,
    lastUpdatedTimestamp: record.lastUpdatedTimestamp,
    description: record.description,
    userId: record.userId,
    currentStage: record.currentStage,
    source: record.source,
    runId: record.runId,
    status: 'READY',
    tags: Object.fromEntries(record.tags),
    aliases: aliases.map(([alias]) => alias).sort(),
  };
}

/** The stored model with its latest versions, as MLflow shows it. */
export function toRegisteredModel(
  record: RegisteredModelRecord,
  versions: readonly ModelVersionRecord[],
): RegisteredModel {
  const { name, creationTimestamp, lastUpdatedTimestamp, description } = record;
  return {
    name,
    creationTimestamp,
    lastUpdatedTimestamp,
    description,
    tags: Object.fromEntries(record.tags),
    aliases: Object.fromEntries(record.aliases),
    latestVersions: latestPerStage(versions, STAGES).map((version) => toModelVersion(record, version)),
  };
}

/** Per stage asked for, the highest version number in it: not the one promoted last (R10). */
export function latestPerStage(
  versions: readonly ModelVersionRecord[],
  stages: readonly Stage[],
): ModelVersionRecord[] {
  return STAGES.filter((stage) => stages.includes(stage)).flatMap((stage) => {
    const inStage = versions.filter((version) => version.currentStage === stage);
    return inStage.length === 0 ? [] : [inStage.reduce((a, b) => (a.modelVersion > b.modelVersion ? a : b))];
  });
}
