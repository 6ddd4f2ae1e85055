import { expect, test } from 'vitest';
import { openLab, START, URI } from './lab-bench.ts';

test('an API that is not started answers 503 with what to do', async () => {
  const { api, predict, get } = openLab();
  expect(api.status().state).toBe('stopped');
  expect(await predict('ada')).toMatchObject({ status: 503, body: { code: 'not-started' } });
  expect((await get('/health')).status).toBe(503);
});

test('a promotion changes nothing until the API is restarted', async () => {
  const { api, production, predict } = openLab();
  await api.start(START);
  production.version = 2;
  expect((await predict('ada')).body.model.version).toBe('1');
  expect(await api.checkModel()).toMatchObject({
    model: { version: '1' },
    current: { version: '2' },
    isBehind: true,
  });
  await api.restart();
  expect((await predict('ada')).body.model.version).toBe('2');
  expect(api.status().isBehind).toBe(false);
});

test('without a Production version the start fails, and the API says why until it is restarted', async () => {
  const { api, production, predict, get } = openLab({ productionVersion: null });
  await expect(api.start(START)).rejects.toMatchObject({ name: 'MlflowException' });
  expect(api.status().state).toBe('failed');
  const { status, body } = await predict('ada');
  expect([status, body.code]).toEqual([503, 'not-initialized']);
  expect(body.detail).toContain("stage 'Production' found");
  expect((await get('/health')).status).toBe(503);

  production.version = 1;
  expect((await predict('ada')).status).toBe(503);
  expect(await api.checkModel()).toMatchObject({ state: 'failed', isBehind: true });
  await api.restart();
  expect((await predict('ada')).status).toBe(200);
});

test("the course's API comes up without a model and answers 200, not initialized", async () => {
  const { api, predict, get } = openLab({ productionVersion: null });
  expect((await api.start({ ...START, onMissing: 'course' })).state).toBe('failed');
  expect(await predict('ada')).toEqual({
    status: 200,
    body: { error: 'model or feature store not initialized' },
  });
  expect(await get('/health')).toEqual({ status: 200, body: { status: 'ok' } });
});

test('where the model version is gone since, there is none to be behind', async () => {
  const { api, production } = openLab();
  await api.start(START);
  production.version = null;
  expect(await api.checkModel()).toMatchObject({ state: 'running', current: null, isBehind: false });
});

test('imputing needs defaults for every feature, named where they lack', async () => {
  const { api } = openLab();
  await expect(api.start({ ...START, onMissing: 'impute' })).rejects.toMatchObject({
    name: 'ValueError',
    message: `no defaults to impute monthly_fee, paperless, watch_hours with, for the model '${URI}'`,
    hint: expect.stringContaining('feature_defaults.json'),
  });
});

test('options that are not acceptable leave a running API as it is', async () => {
  const { api, predict } = openLab();
  await api.start(START);
  await expect(api.start({ ...START, onStale: 'warm' as never })).rejects.toThrow("onStale is 'warm'");
  expect((await predict('ada')).status).toBe(200);
});

test('stop ends it, restart brings it back with the same options', async () => {
  const { api, predict } = openLab();
  await expect(api.restart()).rejects.toThrow('the API was never started');
  await api.start({ ...START, staleAfter: 5 });
  api.stop();
  expect((await predict('ada')).status).toBe(503);
  expect((await api.restart()).options?.staleAfter).toBe(5);
});
