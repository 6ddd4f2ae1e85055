import { formatPrometheusNumber } from './prometheus-number.ts';

/** The course's two metrics, counted from one start of the API to the next. */
export interface ApiMetrics {
  /** One more call of /predict. */
  countRequest(): void;
  /** How long one call took, in seconds. */
  observeLatency(seconds: number): void;
  /** The Prometheus text format, as prometheus_client 0.23.1 writes it (S1). */
  expose(): string;
}

/** The content type of `expose()`. */
export const METRICS_CONTENT_TYPE = 'text/plain; version=1.0.0; charset=utf-8';

/** prometheus_client's default bucket bounds, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, Infinity];

const COUNTER = { name: 'api_requests', help: 'Total number of API requests' };
const HISTOGRAM = { name: 'api_request_latency_seconds', help: 'Latency of API requests in seconds' };

/** Metrics at zero. `createdMs` is the simulated instant of the API's start, shown as `_created` in seconds. */
export function createApiMetrics(createdMs: number): ApiMetrics {
  let nRequests = 0;
  let latencySum = 0;
  const inBucket = BUCKETS.map(() => 0);
  return {
    countRequest: () => {
      nRequests++;
    },
    observeLatency: (seconds) => {
      latencySum += seconds;
      inBucket[BUCKETS.findIndex((bound) => seconds <= bound)]!++;
    },
    expose: () =>
      [
        ...describe(`${COUNTER.name}_total`, COUNTER.help, 'counter'),
        sample(`${COUNTER.name}_total`, nRequests),
        ...describe(`${COUNTER.name}_created`, COUNTER.help, 'gauge'),
        sample(`${COUNTER.name}_created`, createdMs / 1000),
        ...describe(HISTOGRAM.name, HISTOGRAM.help, 'histogram'),
        ...bucketSamples(inBucket),
        sample(`${HISTOGRAM.name}_sum`, latencySum),
        ...describe(`${HISTOGRAM.name}_created`, HISTOGRAM.help, 'gauge'),
        sample(`${HISTOGRAM.name}_created`, createdMs / 1000),
        '',
      ].join('\n'),
  };
}

function describe(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function sample(name: string, value: number): string {
  return `${name} ${formatPrometheusNumber(value)}`;
}

function bucketSamples(inBucket: readonly number[]): string[] {
  let cumulative = 0;
  const lines = inBucket.map((count, position) => {
    cumulative += count;
    return sample(`${HISTOGRAM.name}_bucket{le="${formatPrometheusNumber(BUCKETS[position]!)}"}`, cumulative);
  });
  return [...lines, sample(`${HISTOGRAM.name}_count`, cumulative)];
}
