import { KeyError } from '../../core/errors.ts';
import type { TaskOptions } from '../../core/task.ts';
import { CATEGORICAL, COURSE_FEATURES, NUMERIC } from '../route/course-features.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The registered model that the course serves. */
export const SERVED_MODEL = 'streamflow_churn';

const N_TREES = 50;

/**
 * Trains a small forest on the newest labelled month, registers it and promotes it to Production in place of the one
 * that is there. Each time with another seed, so that the versions differ. Resolves to the version's number.
 */
export async function prepareModel({ api, engine }: Workspace, options: TaskOptions = {}): Promise<number> {
  const client = new api.MlflowClient();
  const earlier = (await engine.registry.searchModelVersions()).filter(({ name }) => name === SERVED_MODEL);
  const randomState = 42 + earlier.length;
  const { X, y, asOf } = await readTrainingRows(api);
  const model = new api.Pipeline([
    [
      'encode',
      new api.ColumnTransformer([
        ['categorical', new api.OneHotEncoder({ handleUnknown: 'ignore' }), [...CATEGORICAL]],
        ['numeric', 'passthrough', [...NUMERIC]],
      ]),
    ],
    [
      'forest',
      new api.RandomForestClassifier({ nEstimators: N_TREES, classWeight: 'balanced', randomState }),
    ],
  ]);
  await model.fit(X, y, options);
  await api.mlflow.setExperiment('streamflow');
  const version = await api.mlflow.withRun({ runName: `small forest ${randomState}` }, async () => {
    await api.mlflow.logParams({ asOf, nEstimators: N_TREES, randomState });
    const { registeredVersion } = await api.mlflow.logModel(model, {
      artifactPath: 'model',
      registeredModelName: SERVED_MODEL,
      signature: api.inferSignature(X, y),
    });
    return registeredVersion!.version;
  });
  await client.transitionModelVersionStage({
    name: SERVED_MODEL,
    version,
    stage: 'Production',
    archiveExistingVersions: true,
    reason: 'a small forest, to have something to serve',
  });
  return version;
}

async function readTrainingRows(api: Workspace['api']) {
  const labelled = (await api.data.tables()).find(({ name }) => name === 'labels')?.asOf.at(-1);
  if (labelled === undefined) throw new KeyError('there are no labels to train on', 'load StreamFlow first');
  const entityDf = await api.data.entityDf({ asOf: labelled });
  const job = await api.store.getHistoricalFeatures({ entityDf, features: [...COURSE_FEATURES] });
  const labels = await api.data.labels({ asOf: labelled });
  const churned = new Map(labels.toRows().map((row) => [row.user_id, Number(row.churn_label)]));
  return {
    X: job.drop(['user_id', 'event_timestamp']),
    y: job.column('user_id').map((userId) => churned.get(userId) ?? 0),
    asOf: labelled,
  };
}
