import { expect, it } from 'vitest';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeLogBatch(createDatabase: CreateDatabase): void {
  async function startedRun() {
    const world = await createTrackingWorld(createDatabase);
    const { info } = await world.tracking.client.createRun({ experimentId: '0', runName: 'run' });
    const data = async () => (await world.tracking.client.getRun(info.runId)).data;
    return { ...world, client: world.tracking.client, runId: info.runId, data };
  }

  it('keeps a param as text, takes the same value again and refuses another', async () => {
    const { client, runId, data } = await startedRun();
    await client.logParams(runId, {
      n: 7043,
      empty: '',
      lines: 'a\nb',
      flag: true,
      list: [1, 2],
      none: null,
    });
    await client.logParam(runId, 'n', '7043');
    await expect(client.logParam(runId, 'n', 7044)).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
      message: expect.stringContaining("'7043'"),
    });
    expect((await data()).params).toEqual({
      n: '7043',
      empty: '',
      lines: 'a\nb',
      flag: 'true',
      list: '[1,2]',
      none: 'null',
    });
  });

  it('shows as a metric the greatest point by step, then time, then value, not the last one logged', async () => {
    const { client, runId, data } = await startedRun();
    const points = [
      { value: 0.7, step: 2, timestamp: 10 },
      { value: 0.9, step: 1, timestamp: 99 },
      { value: 0.5, step: 2, timestamp: 20 },
      { value: 0.4, step: 2, timestamp: 20 },
      { value: 0.1, step: -1, timestamp: 500 },
    ];
    for (const point of points) await client.logMetric(runId, { key: 'auc', ...point });
    expect((await data()).metrics).toEqual({ auc: 0.5 });
    const history = await client.getMetricHistory(runId, 'auc');
    expect(history.map(({ step, timestamp, value }) => [step, timestamp, value])).toEqual([
      [-1, 500, 0.1],
      [1, 99, 0.9],
      [2, 10, 0.7],
      [2, 20, 0.4],
      [2, 20, 0.5],
    ]);
  });

  it('logs a metric at step 0 and the time of the clock, and keeps an exact repeat once', async () => {
    const { client, runId } = await startedRun();
    await client.logMetric(runId, { key: 'auc', value: 0.5 });
    await client.logMetric(runId, { key: 'auc', value: 0.5 });
    expect(await client.getMetricHistory(runId, 'auc')).toEqual([
      { key: 'auc', value: 0.5, step: 0, timestamp: 1000 },
    ]);
  });

  it('gives NaN back as NaN and infinities as the largest doubles, as the SQL store does', async () => {
    const { client, runId, data } = await startedRun();
    await client.logMetrics(runId, {
      a: Number.NaN,
      b: Number.POSITIVE_INFINITY,
      c: Number.NEGATIVE_INFINITY,
    });
    expect((await data()).metrics).toEqual({ a: Number.NaN, b: Number.MAX_VALUE, c: -Number.MAX_VALUE });
  });

  it('keeps the histories of keys apart that begin alike', async () => {
    const { client, runId } = await startedRun();
    await client.logMetrics(runId, { auc: 1, 'auc/val': 2, au: 3 });
    expect((await client.getMetricHistory(runId, 'auc')).map(({ value }) => value)).toEqual([1]);
    expect(await client.getMetricHistory(runId, 'nothing')).toEqual([]);
  });

  it.each([
    ['a value that is no number', { key: 'm', value: '1' as unknown as number }],
    ['a boolean', { key: 'm', value: true as unknown as number }],
    ['a negative time', { key: 'm', value: 1, timestamp: -1 }],
    ['a step that is no number', { key: 'm', value: 1, step: 'a' as unknown as number }],
    ['a key with a tab', { key: 'a\tb', value: 1 }],
  ])('refuses as a metric %s', async (_what, metric) => {
    const { client, runId } = await startedRun();
    await expect(client.logMetric(runId, metric)).rejects.toMatchObject({
      errorCode: 'INVALID_PARAMETER_VALUE',
    });
  });

  it.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', './a', '..a', 'a?b', 'k'.repeat(251)])(
    'refuses the key %j',
    async (key) => {
      const { client, runId } = await startedRun();
      const refused = { errorCode: 'INVALID_PARAMETER_VALUE' };
      await expect(client.logParam(runId, key, 1)).rejects.toMatchObject(refused);
      await expect(client.setTag(runId, key, 1)).rejects.toMatchObject(refused);
      await expect(client.logMetrics(runId, { [key]: 1 })).rejects.toMatchObject(refused);
    },
  );

  it('takes keys with slashes, spaces, dots and the names of built-in properties', async () => {
    const { client, runId, data } = await startedRun();
    await client.logParams(runId, { 'a/b c.d-e_f': 1, constructor: 2 });
    await client.logParam(runId, '__proto__', 3);
    expect(Object.entries((await data()).params).sort()).toEqual([
      ['__proto__', '3'],
      ['a/b c.d-e_f', '1'],
      ['constructor', '2'],
    ]);
  });

  it('cuts too long params and tags with a warning', async () => {
    const { client, runId, data, warnings } = await startedRun();
    await client.logParam(runId, 'p', 'x'.repeat(6001));
    await client.setTag(runId, 't', 'x'.repeat(5001));
    const { params, tags } = await data();
    expect([params.p?.length, tags.t?.length]).toEqual([6000, 5000]);
    expect(warnings.map(({ code }) => code)).toEqual(['value-truncated', 'value-truncated']);
  });

  it('overwrites and deletes tags, and refuses to delete one that is not there', async () => {
    const { client, runId, data } = await startedRun();
    await client.setTags(runId, { a: 1, b: 2 });
    await client.setTag(runId, 'a', 'other');
    await client.deleteTag(runId, 'b');
    expect((await data()).tags).toEqual({ 'mlflow.runName': 'run', a: 'other' });
    await expect(client.deleteTag(runId, 'b')).rejects.toMatchObject({
      errorCode: 'RESOURCE_DOES_NOT_EXIST',
      hint: expect.stringContaining('a'),
    });
  });

  it('refuses batches over the limits and params given twice', async () => {
    const { client, runId } = await startedRun();
    const entries = (n: number, value = 'v') =>
      Array.from({ length: n }, (_, i) => ({ key: `k${i}`, value }));
    const metrics = (n: number) => Array.from({ length: n }, (_, i) => ({ key: `k${i}`, value: i }));
    for (const batch of [
      { metrics: metrics(1001) },
      { params: entries(101) },
      { tags: entries(101) },
      { metrics: metrics(901), params: entries(100) },
      { params: entries(100, 'x'.repeat(5990)), tags: entries(100, 'x'.repeat(4990)) },
      { params: [...entries(1), ...entries(1)] },
    ]) {
      await expect(client.logBatch(runId, batch)).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
      });
    }
    await client.logBatch(runId, { metrics: metrics(800), params: entries(100), tags: entries(100) });
    expect(Object.keys((await client.getRun(runId)).data.metrics)).toHaveLength(800);
  });
}
