import type { Registry } from '../../core/registry/registry.ts';
import type { SearchModelsOptions } from '../../core/registry/search-models.ts';
import type { StageTransition } from '../../core/registry/transition.ts';
import type { TrackingClient } from '../../core/tracking/tracking-client.ts';
import { type KeywordArguments, readArguments } from './keyword-arguments.ts';

/** Which version of which model. */
export interface VersionArguments {
  readonly name: string;
  readonly version: number | string;
}

/**
 * MLflow's client by its method names: everything of tracking and of the registry that names its run or model.
 * Methods of several arguments take them in MLflow's order or as one object.
 */
export function createMlflowClient(tracking: TrackingClient, registry: Registry) {
  return {
    ...tracking,
    ...registry,
    createModelVersion(...args: KeywordArguments<{ name: string; source: string; runId?: string | null }>) {
      const { name, source, ...options } = readArguments(args, ['name', 'source', 'runId']);
      return registry.createModelVersion(name, source, options);
    },
    getModelVersion(...args: KeywordArguments<VersionArguments>) {
      const { name, version } = readArguments(args, ['name', 'version']);
      return registry.getModelVersion(name, version);
    },
    updateModelVersion(...args: KeywordArguments<VersionArguments & { description: string }>) {
      const { name, version, description } = readArguments(args, ['name', 'version', 'description']);
      return registry.updateModelVersion(name, version, { description });
    },
    deleteModelVersion(...args: KeywordArguments<VersionArguments>) {
      const { name, version } = readArguments(args, ['name', 'version']);
      return registry.deleteModelVersion(name, version);
    },
    getLatestVersions(...args: KeywordArguments<{ name: string; stages?: readonly string[] | null }>) {
      const { name, stages } = readArguments(args, ['name', 'stages']);
      return registry.getLatestVersions(name, stages);
    },
    transitionModelVersionStage(...args: KeywordArguments<StageTransition>) {
      return registry.transitionModelVersionStage(
        readArguments(args, ['name', 'version', 'stage', 'archiveExistingVersions', 'reason']),
      );
    },
    setRegisteredModelAlias(...args: KeywordArguments<VersionArguments & { alias: string }>) {
      const { name, alias, version } = readArguments(args, ['name', 'alias', 'version']);
      return registry.setRegisteredModelAlias(name, alias, version);
    },
    deleteRegisteredModelAlias(...args: KeywordArguments<{ name: string; alias: string }>) {
      const { name, alias } = readArguments(args, ['name', 'alias']);
      return registry.deleteRegisteredModelAlias(name, alias);
    },
    getModelVersionByAlias(...args: KeywordArguments<{ name: string; alias: string }>) {
      const { name, alias } = readArguments(args, ['name', 'alias']);
      return registry.getModelVersionByAlias(name, alias);
    },
    setModelVersionTag(...args: KeywordArguments<VersionArguments & { key: string; value: unknown }>) {
      return registry.setModelVersionTag(readArguments(args, ['name', 'version', 'key', 'value']));
    },
    deleteModelVersionTag(...args: KeywordArguments<VersionArguments & { key: string }>) {
      const { name, version, key } = readArguments(args, ['name', 'version', 'key']);
      return registry.deleteModelVersionTag(name, version, key);
    },
    searchModelVersions(...args: KeywordArguments<SearchModelsOptions & { filterString?: string }>) {
      const { filterString, ...options } = readArguments(args, ['filterString']);
      return registry.searchModelVersions(filterString, options);
    },
    searchRegisteredModels(...args: KeywordArguments<SearchModelsOptions & { filterString?: string }>) {
      const { filterString, ...options } = readArguments(args, ['filterString']);
      return registry.searchRegisteredModels(filterString, options);
    },
    renameRegisteredModel(...args: KeywordArguments<{ name: string; newName: string }>) {
      const { name, newName } = readArguments(args, ['name', 'newName']);
      return registry.renameRegisteredModel(name, newName);
    },
    deleteRegisteredModel(...args: KeywordArguments<{ name: string }>) {
      return registry.deleteRegisteredModel(readArguments(args, ['name']).name);
    },
    getStageHistory(...args: KeywordArguments<{ name: string }>) {
      return registry.getStageHistory(readArguments(args, ['name']).name);
    },
  };
}
