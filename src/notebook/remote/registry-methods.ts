import * as v from 'valibot';
import type { Registry } from '../../core/registry/registry.ts';
import type { EstimatorArtifact } from '../../core/training/estimator.ts';
import { type EngineMethod, method } from './engine-method.ts';
import { args, checkedByCore, nullishText, number, options, table, text, texts, values } from './schemas.ts';
import { isSoundArtifact } from './sound-artifact.ts';
import { runTarget } from './tracking-methods.ts';

const descriptionOptions = { tags: v.optional(values), description: nullishText };
const searchOptions = options({ orderBy: v.optional(texts), maxResults: v.optional(checkedByCore) });
const version = v.union([number, text]);
const artifact = v.custom<EstimatorArtifact>(isSoundArtifact, 'a fitted estimator of the lab');
const MODELS = ['models', 'serving'] as const;

/** The model registry, method by method: what each takes, and what it changes. */
export const registryMethods: Readonly<Record<keyof Registry, EngineMethod>> = {
  createRegisteredModel: method(
    args(checkedByCore, options(descriptionOptions)),
    ({ engine }, given) => engine.registry.createRegisteredModel(...given),
    MODELS,
  ),
  getRegisteredModel: method(args(checkedByCore), ({ engine }, given) =>
    engine.registry.getRegisteredModel(...given),
  ),
  updateRegisteredModel: method(
    args(checkedByCore, v.strictObject({ description: v.optional(checkedByCore) })),
    ({ engine }, [name, { description }]) =>
      engine.registry.updateRegisteredModel(name, { description: description as never }),
    MODELS,
  ),
  renameRegisteredModel: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.registry.renameRegisteredModel(...given),
    MODELS,
  ),
  deleteRegisteredModel: method(
    args(checkedByCore),
    ({ engine }, given) => engine.registry.deleteRegisteredModel(...given),
    MODELS,
  ),
  createModelVersion: method(
    args(checkedByCore, text, options({ ...descriptionOptions, runId: nullishText })),
    ({ engine }, given) => engine.registry.createModelVersion(...given),
    MODELS,
  ),
  getModelVersion: method(args(checkedByCore, checkedByCore), ({ engine }, given) =>
    engine.registry.getModelVersion(...given),
  ),
  updateModelVersion: method(
    args(checkedByCore, checkedByCore, v.strictObject({ description: v.optional(checkedByCore) })),
    ({ engine }, [name, number, { description }]) =>
      engine.registry.updateModelVersion(name, number, { description: description as never }),
    MODELS,
  ),
  getLatestVersions: method(args(checkedByCore, v.optional(checkedByCore)), ({ engine }, given) =>
    engine.registry.getLatestVersions(...given),
  ),
  deleteModelVersion: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.registry.deleteModelVersion(...given),
    MODELS,
  ),
  transitionModelVersionStage: method(
    args(
      v.strictObject({
        name: checkedByCore,
        version: checkedByCore,
        stage: checkedByCore,
        archiveExistingVersions: v.optional(v.boolean()),
        reason: nullishText,
      }),
    ),
    ({ engine }, given) => engine.registry.transitionModelVersionStage(...given),
    MODELS,
  ),
  getStageHistory: method(args(checkedByCore), ({ engine }, given) =>
    engine.registry.getStageHistory(...given),
  ),
  setRegisteredModelAlias: method(
    args(checkedByCore, checkedByCore, checkedByCore),
    ({ engine }, given) => engine.registry.setRegisteredModelAlias(...given),
    MODELS,
  ),
  deleteRegisteredModelAlias: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.registry.deleteRegisteredModelAlias(...given),
    MODELS,
  ),
  getModelVersionByAlias: method(args(checkedByCore, checkedByCore), ({ engine }, given) =>
    engine.registry.getModelVersionByAlias(...given),
  ),
  setRegisteredModelTag: method(
    args(checkedByCore, checkedByCore, v.unknown()),
    ({ engine }, given) => engine.registry.setRegisteredModelTag(...given),
    MODELS,
  ),
  deleteRegisteredModelTag: method(
    args(checkedByCore, text),
    ({ engine }, given) => engine.registry.deleteRegisteredModelTag(...given),
    MODELS,
  ),
  setModelVersionTag: method(
    args(
      v.strictObject({
        name: checkedByCore,
        version: checkedByCore,
        key: checkedByCore,
        value: v.optional(v.unknown()),
      }),
    ),
    ({ engine }, [tag]) => engine.registry.setModelVersionTag({ ...tag, value: tag.value }),
    MODELS,
  ),
  deleteModelVersionTag: method(
    args(checkedByCore, version, text),
    ({ engine }, given) => engine.registry.deleteModelVersionTag(...given),
    MODELS,
  ),
  searchRegisteredModels: method(args(nullishText, searchOptions), ({ engine }, given) =>
    engine.registry.searchRegisteredModels(...given),
  ),
  searchModelVersions: method(args(nullishText, searchOptions), ({ engine }, given) =>
    engine.registry.searchModelVersions(...given),
  ),
  logModel: method(
    args(
      runTarget,
      artifact,
      v.strictObject({
        artifactPath: checkedByCore,
        registeredModelName: v.optional(checkedByCore),
        signature: v.optional(checkedByCore),
        inputExample: v.nullish(table),
        documents: v.optional(values),
      }),
    ),
    ({ engine }, given) => engine.registry.logModel(...given),
    ['runs', ...MODELS],
  ),
  registerModel: method(
    args(checkedByCore, checkedByCore),
    ({ engine }, given) => engine.registry.registerModel(...given),
    MODELS,
  ),
  loadModel: method(args(checkedByCore), ({ engine }, given) => engine.registry.loadModel(...given)),
  resolveModelUri: method(args(checkedByCore), ({ engine }, given) =>
    engine.registry.resolveModelUri(...given),
  ),
};
