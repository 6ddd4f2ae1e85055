import { quote } from '../errors.ts';
import { MlflowException } from '../tracking/mlflow-exception.ts';
import type { ModelVersionRecord } from './collections.ts';
import { type RegistryContext, VERSION_COLLECTIONS } from './context.ts';
import { type ModelVersion, toModelVersion } from './entities.ts';
import { requireModel, requireVersion, type VersionNumber } from './find.ts';
import { addStageEvents, type NewStageEvent } from './stage-history.ts';
import { ACTIVE_STAGES, STAGES, STAGES_DEPRECATED, type Stage, toStage } from './stages.ts';

/** A version's move to a stage. */
export interface StageTransition {
  readonly name: string;
  readonly version: VersionNumber;
  /** In any case: 'production' is Production. */
  readonly stage: string;
  /** Send the model's other versions in that stage to Archived; for Staging and Production only (R8). */
  readonly archiveExistingVersions?: boolean | undefined;
  /** Kept in the stage history. */
  readonly reason?: string | null | undefined;
}

/** Moving versions between stages (R5–R9). */
export function transitionOperations({ database, clock, user, onWarning }: RegistryContext) {
  return {
    /** One transaction, on disk when it resolves: the version, those it archives, the model and the history. */
    async transitionModelVersionStage(transition: StageTransition): Promise<ModelVersion> {
      const { name, version, archiveExistingVersions = false, reason = null } = transition;
      if (String(transition.stage).trim() === '') {
        throw new MlflowException('the stage must not be empty', `use one of ${STAGES.join(', ')}`);
      }
      const stage = toStage(transition.stage);
      if (archiveExistingVersions) validateArchiving(stage);
      onWarning?.(STAGES_DEPRECATED);
      return database.write(
        VERSION_COLLECTIONS,
        async (transaction) => {
          const promoted = await requireVersion(transaction, name, version);
          const model = await requireModel(transaction, name);
          const versions = await transaction.getAll('modelVersions', { prefix: [name] });
          const at = clock.now();
          const archived = archiveExistingVersions ? othersIn(stage, versions, promoted) : [];
          const move = (record: ModelVersionRecord, currentStage: Stage): ModelVersionRecord => ({
            ...record,
            currentStage,
            lastUpdatedTimestamp: at,
          });
          for (const other of archived) await transaction.put('modelVersions', move(other, 'Archived'));
          await transaction.put('modelVersions', move(promoted, stage));
          await transaction.put('registeredModels', { ...model, lastUpdatedTimestamp: at });
          const event = { name, at, user, reason };
          await addStageEvents(transaction, [
            ...archived.map((other) => archivedEvent(event, other, promoted)),
            {
              ...event,
              modelVersion: promoted.modelVersion,
              action: 'transitioned',
              from: promoted.currentStage,
              to: stage,
            },
          ]);
          return toModelVersion(model, move(promoted, stage));
        },
        { durability: 'strict' },
      );
    },
  };
}

function validateArchiving(stage: Stage): void {
  if (ACTIVE_STAGES.includes(stage)) return;
  throw new MlflowException(
    `cannot archive existing versions because ${quote(stage)} is not an active stage`,
    `archiveExistingVersions works for ${ACTIVE_STAGES.join(' and ')}`,
  );
}

function othersIn(
  stage: Stage,
  versions: readonly ModelVersionRecord[],
  promoted: ModelVersionRecord,
): ModelVersionRecord[] {
  return versions.filter(
    (version) => version.currentStage === stage && version.modelVersion !== promoted.modelVersion,
  );
}

function archivedEvent(
  event: Pick<NewStageEvent, 'name' | 'at' | 'user' | 'reason'>,
  archived: ModelVersionRecord,
  promoted: ModelVersionRecord,
): NewStageEvent {
  return {
    ...event,
    modelVersion: archived.modelVersion,
    action: 'archived',
    from: archived.currentStage,
    to: 'Archived',
    causedBy: promoted.modelVersion,
  };
}
