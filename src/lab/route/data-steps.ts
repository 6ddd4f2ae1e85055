import { tableDigest } from '../../core/table/table-digest.ts';
import { applyCourseViews, COURSE_FEATURES } from './course-features.ts';
import { AS_OF, type CourseState, required } from './course-state.ts';
import { count, percent, shortDigest } from './format.ts';
import type { RouteStep } from './route-step.ts';

/** From files to a training set: snapshots, expectations, views, the point-in-time join, labels, the split. */
export const dataSteps: readonly RouteStep<CourseState>[] = [
  {
    id: 'load',
    title: 'Load twelve months of snapshots',
    async run({ lab }, onFraction) {
      await lab.data.load('streamflow', {
        onProgress: ({ done, total }) => onFraction(total === null ? null : done / total),
      });
      const tables = await lab.data.tables();
      const rows = tables.reduce((sum, { nRows }) => sum + nRows, 0);
      return [
        { name: 'tables', value: count(tables.length) },
        { name: 'month ends', value: count(tables[0]?.asOf.length ?? 0) },
        { name: 'rows', value: count(rows) },
        { name: 'digest', value: shortDigest(tables.map(({ digest }) => digest).join()) },
      ];
    },
  },
  {
    id: 'expect',
    title: 'Check what the month must satisfy',
    async run({ lab }) {
      const expect = lab.data.expect(await lab.data.snapshot('subscriptions', { asOf: AS_OF }));
      expect.expectColumnValuesToNotBeNull('user_id');
      expect.expectColumnValuesToBeUnique('user_id');
      expect.expectColumnValuesToBeBetween('monthly_fee', { minValue: 0, maxValue: 200 });
      expect.expectColumnValuesToBeInSet('net_service', ['DSL', 'Fiber optic', 'No']);
      const { success, results } = expect.validate();
      const nMet = results.filter((result) => result.success).length;
      return [
        { name: 'expectations met', value: `${nMet} of ${results.length}` },
        { name: 'the month passes', value: success ? 'yes' : 'no' },
      ];
    },
  },
  {
    id: 'views',
    title: 'Define the feature views',
    async run({ lab }) {
      await applyCourseViews(lab);
      const views = lab.store.listFeatureViews();
      return [
        { name: 'feature views', value: count(views.length) },
        { name: 'features', value: count(COURSE_FEATURES.length) },
      ];
    },
  },
  {
    id: 'join',
    title: `Join the features as of ${AS_OF}`,
    async run(state) {
      const { lab } = state;
      const entityDf = await lab.data.entityDf({ asOf: AS_OF });
      const job = await lab.store.getHistoricalFeatures({ entityDf, features: COURSE_FEATURES });
      const labels = await lab.data.labels({ asOf: AS_OF });
      const churned = new Map(labels.toRows().map((row) => [row.user_id, Number(row.churn_label)]));
      state.labels = job.column('user_id').map((userId) => churned.get(userId) ?? 0);
      state.features = job.drop(['user_id', 'event_timestamp']);
      const nChurned = state.labels.reduce((sum, label) => sum + label, 0);
      return [
        { name: 'customers', value: count(job.nRows) },
        {
          name: 'rows used as of',
          value: job.lineage(0)[0]?.eventTimestamp?.toISOString().slice(0, 10) ?? 'none',
        },
        { name: 'warnings', value: count(job.warnings.length) },
        { name: 'leave within 90 days', value: percent(nChurned / job.nRows) },
        { name: 'digest', value: shortDigest(tableDigest(job)) },
      ];
    },
  },
  {
    id: 'split',
    title: 'Split into training and test rows',
    async run(state) {
      const { lab } = state;
      const y = required(state, 'labels');
      const split = lab.trainTestSplit(required(state, 'features'), y, {
        testSize: 0.25,
        randomState: 42,
        stratify: y,
      });
      const [XTrain, XTest, yTrain, yTest] = split as [
        CourseState['features'] & object,
        CourseState['features'] & object,
        number[],
        number[],
      ];
      state.split = { XTrain, XTest, yTrain, yTest };
      return [
        { name: 'training rows', value: count(yTrain.length) },
        { name: 'test rows', value: count(yTest.length) },
      ];
    },
  },
];
