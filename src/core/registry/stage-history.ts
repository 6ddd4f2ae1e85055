import { doesNotExist } from '../tracking/mlflow-exception.ts';
import type { StageEventRecord } from './collections.ts';
import type { RegistryContext, VersionTransaction } from './context.ts';
import { validateModelName } from './find.ts';

/** One entry of a model's stage history; see `StageEventRecord` for the fields. */
export type StageEvent = Omit<StageEventRecord, 'kind' | 'version' | 'modelVersion'> & {
  readonly version: number;
};

/** An event about to be written. */
export type NewStageEvent = Omit<StageEventRecord, 'kind' | 'version' | 'sequence' | 'causedBy'> & {
  readonly causedBy?: number;
};

/** Reading who moved which version where, when and why: ours, MLflow has no such record (R23). */
export function stageHistoryOperations({ database }: RegistryContext) {
  return {
    /** All events of a model in the order in which they happened; kept when the model is deleted. */
    async getStageHistory(name: string): Promise<StageEvent[]> {
      validateModelName(name);
      return database.read(['registeredModels', 'stageEvents'], async (transaction) => {
        const records = await transaction.getAll('stageEvents', { prefix: [name] });
        if (records.length === 0 && (await transaction.get('registeredModels', name)) === undefined) {
          throw doesNotExist(
            `registered model with name=${name} not found`,
            'a renamed model takes its history along to its new name',
          );
        }
        return records.map(toStageEvent);
      });
    },
  };
}

/** Adds events to the history, in the transaction that makes the change. */
export async function addStageEvents(
  transaction: VersionTransaction,
  events: readonly NewStageEvent[],
): Promise<void> {
  let sequence = await transaction.count('stageEvents');
  for (const event of events) {
    await transaction.put('stageEvents', {
      kind: 'stage-event',
      version: 1,
      causedBy: null,
      ...event,
      sequence: ++sequence,
    });
  }
}

function toStageEvent({
  kind: _kind,
  version: _version,
  modelVersion,
  ...event
}: StageEventRecord): StageEvent {
  return { version: modelVersion, ...event };
}
