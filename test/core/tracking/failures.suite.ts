import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import type { Tracking } from '../../../src/core/tracking/tracking.ts';
import { type CreateDatabase, createTrackingWorld, dump } from './world.ts';

const FAILURES: Readonly<Record<string, (tracking: Tracking, runId: string) => Promise<unknown>>> = {
  'createExperiment with a name that is taken': ({ client }) => client.createExperiment('taken'),
  'createExperiment without a name': ({ client }) => client.createExperiment(''),
  'createExperiment with a long name': ({ client }) => client.createExperiment('x'.repeat(501)),
  'createExperiment with a long tag': ({ client }) =>
    client.createExperiment('new', { tags: { a: 'x'.repeat(5001) } }),
  'deleteExperiment of none': ({ client }) => client.deleteExperiment('77'),
  'restoreExperiment of an active one': ({ client }) => client.restoreExperiment('1'),
  'createRun in no experiment': ({ client }) => client.createRun({ experimentId: '77' }),
  'createRun with a bad tag': ({ client }) => client.createRun({ experimentId: '0', tags: { '..': 'a' } }),
  'createRun under a name that is no text': ({ client }) =>
    client.createRun({ experimentId: '0', runName: 5 as unknown as string }),
  'updateRun to a name that is no text': ({ client }, id) =>
    client.updateRun(id, { runName: {} as unknown as string }),
  'updateRun with a bad tag': ({ client }, id) => client.updateRun(id, { tags: { '..': 'a' } }),
  'a log to a run object in place of its id': ({ client }) =>
    client.logParam({ experimentId: '0' } as unknown as string, 'a', 1),
  'a file to a run object in place of its id': ({ client }) =>
    client.logText({ experimentId: '0' } as unknown as string, 'a', 'a.txt'),
  'logBatchTo a new run in no experiment': ({ client }) =>
    client.logBatchTo({ experimentId: '77' }, { params: [{ key: 'a', value: 1 }] }),
  'logBatchTo a new run of a bad key': ({ client }) =>
    client.logBatchTo({ experimentId: '0' }, { params: [{ key: '..', value: 1 }] }),
  'logFileTo a new run under a bad path': ({ client }) =>
    client.logFileTo({ experimentId: '0' }, '../a', { kind: 'text', text: 'a' }),
  'logTableTo a new run under a bad path': ({ client }) =>
    client.logTableTo({ experimentId: '0' }, 'a.csv', fromRows([{ a: 1 }])),
  'updateRun with a bad status': ({ client }, id) => client.updateRun(id, { status: 'DONE' as 'FINISHED' }),
  'logBatch whose last tag is bad': ({ client }, id) =>
    client.logBatch(id, {
      metrics: [{ key: 'm', value: 1 }],
      params: [{ key: 'p', value: 1 }],
      tags: [{ key: '/t', value: 1 }],
    }),
  'logBatch that changes a param': ({ client }, id) =>
    client.logBatch(id, {
      metrics: [{ key: 'm', value: 1 }],
      params: [
        { key: 'new', value: 1 },
        { key: 'fixed', value: 'other' },
      ],
      tags: [{ key: 't', value: 1 }],
    }),
  'logMetrics with one bad value': ({ client }, id) =>
    client.logMetrics(id, { a: 1, b: 'two' as unknown as number }),
  'deleteTag of none': ({ client }, id) => client.deleteTag(id, 'none'),
  'logDict of what JSON cannot hold': ({ client }, id) => client.logDict(id, 1n, 'a.json'),
  'fluent logParam of a bad key': (tracking) => tracking.logParam('..', 1),
  'fluent logMetric of a text': (tracking) => tracking.logMetric('m', 'one' as unknown as number),
  'fluent logMetrics at no step': (tracking) => tracking.logMetrics({ m: 1 }, { step: Number.NaN }),
  'fluent setTag of a bad key': (tracking) => tracking.setTag('', 1),
  'fluent deleteTag without a run': (tracking) => tracking.deleteTag('a'),
  'fluent logDict of a function': (tracking) => tracking.logDict(() => 1, 'a.json'),
  'fluent logText to a bad path': (tracking) => tracking.logText('a', '/a.txt'),
  'fluent logTable to a wrong file': (tracking) => tracking.logTable(fromRows([{ a: 1 }]), 'a.csv'),
  'getRun of a bad id': ({ client }) => client.getRun('not an id'),
  'getRun of no run': ({ client }) => client.getRun('f'.repeat(32)),
  'startRun of no run': (tracking) => tracking.startRun({ runId: 'f'.repeat(32) }),
  'searchRuns with a bad filter': (tracking) => tracking.searchRuns({ filterString: 'x' }),
};

export function describeTrackingFailures(createDatabase: CreateDatabase): void {
  it.each(Object.entries(FAILURES))(
    '%s is an MlflowException with a hint and changes nothing',
    async (_, fail) => {
      const { tracking, database } = await createTrackingWorld(createDatabase);
      await tracking.client.createExperiment('taken');
      const { info } = await tracking.client.createRun({ experimentId: '1' });
      await tracking.client.logParam(info.runId, 'fixed', 1);
      const collections = ['experiments', 'runs', 'metrics', 'artifacts', 'artifactContents'] as const;
      const before = await dump(database, collections);
      const error = await fail(tracking, info.runId).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ name: 'MlflowException', hint: expect.stringMatching(/\w{3}/) });
      expect(await dump(database, collections)).toEqual(before);
    },
  );
}
