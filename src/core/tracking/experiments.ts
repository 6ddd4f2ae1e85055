import type { ReadTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import type { ExperimentRecord, LifecycleStage, TrackingCollections } from './collections.ts';
import type { TrackingContext } from './context.ts';
import { entriesOf } from './entries.ts';
import { alreadyExists, doesNotExist, invalidParameter, MlflowException } from './mlflow-exception.ts';
import { fitValue, toText, validateKey } from './validate-entry.ts';

/** MLflow's `Experiment`. */
export interface Experiment {
  readonly experimentId: string;
  readonly name: string;
  readonly lifecycleStage: LifecycleStage;
  readonly creationTime: number;
  readonly lastUpdateTime: number;
  readonly artifactLocation: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The experiment that is always there and cannot be deleted (T15). It is never stored. */
export const DEFAULT_EXPERIMENT_ID = '0';

const DEFAULT_EXPERIMENT: ExperimentRecord = {
  kind: 'experiment',
  version: 1,
  experimentId: DEFAULT_EXPERIMENT_ID,
  name: 'Default',
  lifecycleStage: 'active',
  creationTime: 0,
  lastUpdateTime: 0,
  tags: new Map(),
};

const LONGEST_NAME = 500;

type ReadExperiments = ReadTransaction<TrackingCollections, 'experiments'>;

/** The operations on experiments (T15–T18). */
export function experimentOperations({ database, clock }: TrackingContext) {
  return {
    /** Id of the new experiment: one more than the highest so far (T16). Deleted ones keep their name (T15). */
    async createExperiment(
      name: string,
      options: { readonly tags?: Readonly<Record<string, unknown>> | undefined } = {},
    ): Promise<string> {
      validateExperimentName(name);
      const tags = entriesOf(options.tags ?? {}).map(({ key, value }): [string, string] => {
        validateKey(key, 'experiment tag');
        return [key, fitValue(toText(value), { kind: 'experiment tag', key })];
      });
      return database.write(['experiments'], async (transaction) => {
        const experiments = await allExperiments(transaction);
        if (experiments.some((experiment) => experiment.name === name)) {
          throw alreadyExists(
            `experiment ${quote(name)} already exists`,
            'take another name; a deleted experiment keeps its name and can be restored',
          );
        }
        const experimentId = String(Math.max(...experiments.map((e) => Number(e.experimentId))) + 1);
        const now = clock.now();
        await transaction.put('experiments', {
          ...DEFAULT_EXPERIMENT,
          experimentId,
          name,
          creationTime: now,
          lastUpdateTime: now,
          tags: new Map(tags),
        });
        return experimentId;
      });
    },

    async getExperiment(experimentId: string): Promise<Experiment> {
      return database.read(['experiments'], async (transaction) =>
        toExperiment(await requireExperiment(transaction, experimentId)),
      );
    },

    /** The experiment of this name, deleted ones included; null where there is none. */
    async getExperimentByName(name: string): Promise<Experiment | null> {
      return database.read(['experiments'], async (transaction) => {
        const found = (await allExperiments(transaction)).find((experiment) => experiment.name === name);
        return found === undefined ? null : toExperiment(found);
      });
    },

    /** All experiments that are not deleted, the newest first. */
    async searchExperiments(): Promise<Experiment[]> {
      return database.read(['experiments'], async (transaction) =>
        (await allExperiments(transaction))
          .filter((experiment) => experiment.lifecycleStage === 'active')
          .sort(
            (a, b) => b.lastUpdateTime - a.lastUpdateTime || Number(b.experimentId) - Number(a.experimentId),
          )
          .map(toExperiment),
      );
    },

    /** Marks the experiment and all its runs as deleted (T18). */
    async deleteExperiment(experimentId: string): Promise<void> {
      if (experimentId === DEFAULT_EXPERIMENT_ID) {
        throw new MlflowException(
          `cannot delete the default experiment ${quote(experimentId)}`,
          'it is always there; delete single runs instead',
        );
      }
      await moveExperiment(experimentId, 'deleted');
    },

    /** Brings a deleted experiment back, with all its runs. */
    async restoreExperiment(experimentId: string): Promise<void> {
      await moveExperiment(experimentId, 'active');
    },
  };

  async function moveExperiment(experimentId: string, lifecycleStage: LifecycleStage): Promise<void> {
    await database.write(['experiments', 'runs'], async (transaction) => {
      const experiment = await requireExperiment(transaction, experimentId);
      if (experiment.lifecycleStage === lifecycleStage) {
        throw doesNotExist(
          `no ${lifecycleStage === 'active' ? 'deleted' : 'active'} experiment with id ${quote(experimentId)}`,
          `it is ${lifecycleStage} already`,
        );
      }
      const now = clock.now();
      await transaction.put('experiments', { ...experiment, lifecycleStage, lastUpdateTime: now });
      const deletedTime = lifecycleStage === 'deleted' ? now : null;
      for (const run of await transaction.getAll('runs')) {
        if (run.experimentId === experimentId) {
          await transaction.put('runs', { ...run, lifecycleStage, deletedTime });
        }
      }
    });
  }
}

/** The experiment with this id, deleted or not. */
export async function requireExperiment(
  transaction: ReadExperiments,
  experimentId: string,
): Promise<ExperimentRecord> {
  if (experimentId === DEFAULT_EXPERIMENT_ID) return DEFAULT_EXPERIMENT;
  const isId = typeof experimentId === 'string';
  const experiment = isId ? await transaction.get('experiments', experimentId) : undefined;
  if (experiment === undefined) {
    const ids = (await allExperiments(transaction)).map((known) => known.experimentId);
    throw doesNotExist(`no experiment with id ${quote(experimentId)}`, `known: ${ids.map(quote).join(', ')}`);
  }
  return experiment;
}

/** All experiments in the order in which they were made, deleted ones included. */
export async function allExperiments(transaction: ReadExperiments): Promise<ExperimentRecord[]> {
  const stored = await transaction.getAll('experiments');
  return [DEFAULT_EXPERIMENT, ...stored].sort((a, b) => Number(a.experimentId) - Number(b.experimentId));
}

function validateExperimentName(name: unknown): asserts name is string {
  if (typeof name !== 'string' || name === '') {
    throw invalidParameter(`invalid experiment name: ${quote(name)}`, 'give a name that is not empty');
  }
  if (name.length > LONGEST_NAME) {
    throw invalidParameter(
      `experiment name has length ${name.length}, more than ${LONGEST_NAME}`,
      'shorten the name',
    );
  }
}

function toExperiment(record: ExperimentRecord): Experiment {
  const { experimentId, name, lifecycleStage, creationTime, lastUpdateTime } = record;
  return {
    experimentId,
    name,
    lifecycleStage,
    creationTime,
    lastUpdateTime,
    artifactLocation: `mlflow-artifacts:/${experimentId}`,
    tags: Object.fromEntries(record.tags),
  };
}
