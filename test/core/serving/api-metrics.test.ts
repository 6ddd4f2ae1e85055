import { expect, test } from 'vitest';
import { createApiMetrics } from '../../../src/core/serving/api-metrics.ts';

test('buckets are cumulative, and a bound belongs to its own bucket', () => {
  const metrics = createApiMetrics(0);
  for (const seconds of [0.001, 0.005, 0.0051, 11]) metrics.observeLatency(seconds);
  const text = metrics.expose();
  expect(text).toContain('api_request_latency_seconds_bucket{le="0.005"} 2.0\n');
  expect(text).toContain('api_request_latency_seconds_bucket{le="0.01"} 3.0\n');
  expect(text).toContain('api_request_latency_seconds_bucket{le="10.0"} 3.0\n');
  expect(text).toContain('api_request_latency_seconds_bucket{le="+Inf"} 4.0\n');
});

test('both metrics say since when they count, in seconds', () => {
  const text = createApiMetrics(1_706_659_200_000).expose();
  expect(text).toContain('api_requests_created 1.7066592e+09\n');
  expect(text).toContain('api_request_latency_seconds_created 1.7066592e+09\n');
  expect(text.endsWith('\n')).toBe(true);
});
