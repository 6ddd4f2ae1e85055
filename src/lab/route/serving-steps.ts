import type { LabApi } from '../../notebook/lab-api/lab-api.ts';
import { COURSE_FEATURES, NUMERIC } from './course-features.ts';
import { AS_OF, type CourseState, NEXT_AS_OF, required } from './course-state.ts';
import { count } from './format.ts';
import type { Figure, RouteStep } from './route-step.ts';

const MODEL = 'streamflow_churn';

/** From a fitted model to a monitored prediction: run, registry, online store, API, drift. */
export const servingSteps: readonly RouteStep<CourseState>[] = [
  {
    id: 'run',
    title: 'Log the run and register the model',
    async run(state) {
      const { lab } = state;
      const forest = required(state, 'forest');
      const { XTrain, yTrain } = required(state, 'split');
      await lab.mlflow.setExperiment('streamflow');
      return lab.mlflow.withRun({ runName: 'random forest' }, async (run) => {
        await lab.mlflow.logParams({ asOf: AS_OF, nEstimators: 300, randomState: 42 });
        await lab.mlflow.logMetrics(required(state, 'metrics'));
        const { registeredVersion } = await lab.mlflow.logModel(forest, {
          artifactPath: 'model',
          registeredModelName: MODEL,
          signature: lab.inferSignature(XTrain, yTrain),
        });
        const receipt = await lab.mlflow.loadReceipt(run.info.runId);
        return [
          { name: 'version', value: String(registeredVersion?.version) },
          { name: 'stage', value: String(registeredVersion?.currentStage) },
          { name: 'receipt', value: receipt.code },
        ];
      });
    },
  },
  {
    id: 'promote',
    title: 'Promote the version to Production',
    async run({ lab }) {
      const client = new lab.MlflowClient();
      const versions = await client.searchModelVersions(`name = '${MODEL}'`);
      const newest = Math.max(...versions.map(({ version }) => version));
      await client.transitionModelVersionStage({
        name: MODEL,
        version: newest,
        stage: 'Production',
        archiveExistingVersions: true,
        reason: 'trained on the course’s month with the course’s settings',
      });
      const [production] = await client.getLatestVersions(MODEL, ['Production']);
      const history = await client.getStageHistory(MODEL);
      return [
        { name: `models:/${MODEL}/Production`, value: `version ${production?.version}` },
        { name: 'stage changes so far', value: count(history.length) },
      ];
    },
  },
  {
    id: 'materialize',
    title: 'Materialize the online store',
    async run({ lab }) {
      const views = await lab.store.materialize('2023-01-01T00:00:00Z', `${AS_OF}T00:00:00Z`);
      return views.map(({ view, rowsRead, rowsWritten }) => ({
        name: view,
        value: `${count(rowsWritten)} of ${count(rowsRead)} rows`,
      }));
    },
  },
  {
    id: 'predict',
    title: 'Ask /predict',
    async run({ lab }) {
      await lab.api.start({
        modelUri: `models:/${MODEL}/Production`,
        features: COURSE_FEATURES,
        onMissing: 'impute',
        onStale: 'warn',
        staleAfter: lab.days(45),
      });
      const { user_id: known } = (await lab.data.entityDf({ asOf: AS_OF })).head(1).toRows()[0] as {
        user_id: string;
      };
      return [await ask(lab, known), await ask(lab, '999999')];
    },
  },
  {
    id: 'drift',
    title: `Compare ${NEXT_AS_OF} with ${AS_OF}`,
    async run({ lab }) {
      const months = await Promise.all(
        [AS_OF, NEXT_AS_OF].map(async (asOf) => {
          const entityDf = await lab.data.entityDf({ asOf });
          const job = await lab.store.getHistoricalFeatures({ entityDf, features: COURSE_FEATURES });
          return job.select(NUMERIC);
        }),
      );
      const [reference, current] = months as [(typeof months)[number], (typeof months)[number]];
      const { columns, nDrifted } = lab.monitoring.driftReport(reference, current);
      const drifted = columns.filter((column) => column.drifted).map(({ column }) => column);
      return [
        { name: 'columns compared', value: count(columns.length) },
        { name: 'drifted', value: nDrifted === 0 ? 'none' : drifted.join(', ') },
      ];
    },
  },
];

async function ask(lab: LabApi, userId: string): Promise<Figure> {
  const body = JSON.stringify({ user_id: userId });
  const response = await lab.fetch('/predict', { method: 'POST', body });
  const answer = (await response.json()) as { prediction?: number; probability?: number };
  const said =
    answer.prediction === undefined ? '' : `, churn ${answer.prediction} (${String(answer.probability)})`;
  return { name: `user ${userId}`, value: `${response.status}${said}` };
}
