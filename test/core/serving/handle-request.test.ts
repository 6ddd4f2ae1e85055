import { expect, test } from 'vitest';
import { openLab, START } from './lab-bench.ts';

test('unknown paths are 404, other methods 405 with the one that is allowed', async () => {
  const { api, send } = openLab();
  await api.start(START);
  expect(await send('GET', '/nowhere')).toMatchObject({ status: 404, body: '{"detail":"Not Found"}' });
  expect(await send('GET', '/predict')).toMatchObject({
    status: 405,
    headers: { allow: 'POST' },
    body: '{"detail":"Method Not Allowed"}',
  });
  expect((await send('GET', '/toString')).status).toBe(404);
});

test('a slash at the end is no other path, as FastAPI redirects and fetch follows', async () => {
  const { api, send } = openLab();
  await api.start(START);
  expect((await send('GET', '/health/')).status).toBe(200);
  expect((await send('GET', '/features/ada/?x=1')).status).toBe(200);
  expect((await send('GET', '/')).status).toBe(404);
});

test('a query is ignored', async () => {
  const { api, send } = openLab();
  await api.start(START);
  expect((await send('GET', '/health?verbose=1')).status).toBe(200);
});

test('/health tells the model that is served', async () => {
  const { api, get } = openLab();
  await api.start(START);
  expect((await get('/health')).body).toEqual({ status: 'ok', model: { name: 'churn', version: '1' } });
});

test('/features tells what a prediction would read, and logs nothing', async () => {
  const { api, get, log } = openLab();
  await api.start(START);
  const { status, body } = await get('/features/ada');
  expect([status, body.user_id, body.features.watch_hours.value]).toEqual([200, 'ada', 12.5]);
  expect((await get('/features/%61da')).body.user_id).toBe('ada');
  expect((await get('/features/nobody')).status).toBe(404);
  expect((await get('/features/%')).body.user_id).toBe('%');
  expect(await log.list()).toEqual([]);
});

test('while the API is down nothing answers, and the log says so', async () => {
  const { api, faults, get, predict, log } = openLab();
  await api.start(START);
  faults.inject({ kind: 'api-down' });
  expect(await predict('ada')).toMatchObject({ status: 503, body: { code: 'api-down' } });
  expect((await get('/metrics')).status).toBe(503);
  faults.clear();
  expect((await predict('ada')).status).toBe(200);
  expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['api-down', 'success']);
});
