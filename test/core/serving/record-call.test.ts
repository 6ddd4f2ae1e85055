import { expect, test } from 'vitest';
import { JANUARY_31, openLab, START } from './lab-bench.ts';

const sampleOf = (text: string, name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);

test('every call is counted and timed', async () => {
  const { api, predict, send } = openLab();
  await api.start(START);
  await predict('ada');
  await predict('999999');
  await send('POST', '/predict', '{}');
  const { body } = await send('GET', '/metrics');
  expect(sampleOf(body, 'api_requests_total')).toBe(3);
  expect(sampleOf(body, 'api_request_latency_seconds_count')).toBe(3);
});

test('the course counts valid bodies and times only predictions', async () => {
  const { api, predict, send } = openLab();
  await api.start({ ...START, onMissing: 'course' });
  await predict('ada');
  await predict('999999');
  await send('POST', '/predict', '{}');
  const { body } = await send('GET', '/metrics');
  expect(sampleOf(body, 'api_requests_total')).toBe(2);
  expect(sampleOf(body, 'api_request_latency_seconds_count')).toBe(1);
});

test('a restart sets the metrics to zero, created at the simulated instant', async () => {
  const { api, clock, predict, send } = openLab();
  await api.start(START);
  await predict('ada');
  clock.advance({ days: 1 });
  await api.restart();
  const { body } = await send('GET', '/metrics');
  expect(sampleOf(body, 'api_requests_total')).toBe(0);
  expect(sampleOf(body, 'api_requests_created')).toBe(JANUARY_31 / 1000 + 86_400);
});

test('the log keeps what was asked, answered and used, at simulated time', async () => {
  const { api, log, predict } = openLab();
  await api.start(START);
  await predict('ada');
  expect(await log.list()).toEqual([
    {
      sequence: 1,
      at: JANUARY_31,
      latencyMs: expect.any(Number),
      method: 'POST',
      path: '/predict',
      status: 200,
      outcome: 'success',
      entity: 'ada',
      modelName: 'churn',
      modelVersion: '1',
      prediction: 1,
      features: { monthly_fee: 70, paperless: true, watch_hours: 12.5 },
      missing: [],
      stale: [],
      imputed: [],
      message: null,
    },
  ]);
});

test('a slow store is in the latency, however long was really waited', async () => {
  const { api, faults, log, predict, waits } = openLab();
  await api.start(START);
  await predict('ada');
  faults.inject({ kind: 'slow-store', ms: 800 });
  await predict('ada');
  const [fast, slow] = await log.list();
  expect(slow!.latencyMs - fast!.latencyMs).toBe(800);
  expect(waits).toEqual([800]);
});
