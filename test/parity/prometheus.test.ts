import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApiMetrics, METRICS_CONTENT_TYPE } from '../../src/core/serving/api-metrics.ts';
import { formatPrometheusNumber } from '../../src/core/serving/prometheus-number.ts';
import { readPredictBody } from '../../src/core/serving/read-predict-body.ts';

const vectors = JSON.parse(readFileSync(new URL('vectors/prometheus.json', import.meta.url), 'utf8')) as {
  readonly contentType: string;
  readonly expositions: readonly {
    readonly created: number;
    readonly latencies: readonly number[];
    readonly failed: number;
    readonly text: string;
  }[];
  readonly numbers: readonly (readonly [number, string])[];
  readonly validation: readonly { readonly body: string; readonly status: number; readonly answer: object }[];
};

test.each(vectors.numbers)('%d is written as prometheus_client does: %s', (number, text) => {
  expect(formatPrometheusNumber(number)).toBe(text);
});

test('the same observations give the text of prometheus_client 0.23.1', () => {
  for (const { created, latencies, failed, text } of vectors.expositions) {
    const metrics = createApiMetrics(created * 1000);
    for (let call = 0; call < latencies.length + failed; call++) metrics.countRequest();
    for (const latency of latencies) metrics.observeLatency(latency);
    expect(metrics.expose()).toBe(text);
  }
  expect(METRICS_CONTENT_TYPE).toBe(vectors.contentType);
});

test.each(vectors.validation)('FastAPI answers $status to the body $body', ({ body, status, answer }) => {
  const read = readPredictBody(body, 'user_id');
  expect(read.problems === undefined ? { user_id: read.entity } : { detail: read.problems }).toEqual(answer);
  expect(read.problems === undefined ? 200 : 422).toBe(status);
});
