import type { Database } from '../../../src/core/database.ts';
import { FeatureViewNotFoundException } from '../../../src/core/features/errors.ts';
import { createApi } from '../../../src/core/serving/api.ts';
import { createFaults } from '../../../src/core/serving/faults.ts';
import type { FeatureDefaults } from '../../../src/core/serving/feature-defaults.ts';
import type { FeatureReport } from '../../../src/core/serving/feature-report.ts';
import type { HttpResponse } from '../../../src/core/serving/http.ts';
import type { LoadedModel, ModelResolver } from '../../../src/core/serving/model-resolver.ts';
import type { OnlineFeatureReader } from '../../../src/core/serving/online-features.ts';
import { createRequestLog } from '../../../src/core/serving/request-log.ts';
import type { ServingCollections } from '../../../src/core/serving/serving-collections.ts';
import { servingKeyPaths } from '../../../src/core/serving/serving-collections.ts';
import { SimulatedClock } from '../../../src/core/simulated-clock.ts';
import type { Cell, Dtype } from '../../../src/core/table/column.ts';
import { columnOf } from '../../../src/core/table/table.ts';
import { enforceSchema } from '../../../src/core/tracking/enforce-schema.ts';
import { MlflowException } from '../../../src/core/tracking/mlflow-exception.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

export const DAY_MS = 86_400_000;
export const JANUARY_31 = Date.UTC(2024, 0, 31);
export const URI = 'models:/churn/Production';
export const FEATURES = ['subs:monthly_fee', 'subs:paperless', 'usage:watch_hours'];
export const START = { modelUri: URI, features: FEATURES };

const DTYPES: Readonly<Record<string, Dtype>> = {
  monthly_fee: 'float64',
  paperless: 'bool',
  watch_hours: 'float64',
};

/** Per entity and view a row: its instant and its values. */
type OnlineRows = Record<string, Record<string, { at: number; values: Record<string, Cell> }>>;

/** What a test looks for in a response's body; which of it is there depends on the answer. */
interface AnswerBody {
  readonly user_id: string;
  readonly prediction: number;
  readonly features: Readonly<Record<'monthly_fee' | 'paperless' | 'watch_hours', FeatureReport>>;
  readonly missing_features: readonly string[];
  readonly stale_features: readonly string[];
  readonly warnings: readonly string[];
  readonly model: { readonly name: string; readonly version: string };
  readonly code: string;
  readonly detail: string;
  readonly hint: string;
  readonly error: string;
  /** Of `/openapi.json`. */
  readonly paths: Readonly<Record<'/predict', { readonly post: { readonly responses: object } }>>;
}

/**
 * An API over a tiny online store and registry: user 'ada' has everything, 'bob' no usage, nobody else is known.
 * The model says true where the fee is above 50. The timer goes on by 2 ms at each look.
 */
export function openLab({
  database = createMemoryDatabase<ServingCollections>(servingKeyPaths),
  featureDefaults = null as FeatureDefaults | null,
  productionVersion = 1 as number | null,
} = {}) {
  const clock = new SimulatedClock(JANUARY_31);
  const faults = createFaults();
  const log = createRequestLog(database as Database<ServingCollections>);
  const rows: OnlineRows = {
    ada: {
      subs: { at: JANUARY_31, values: { monthly_fee: 70, paperless: true } },
      usage: { at: JANUARY_31, values: { watch_hours: 12.5 } },
    },
    bob: { subs: { at: JANUARY_31, values: { monthly_fee: 20, paperless: null } } },
  };
  const production = { version: productionVersion };
  let ticks = 0;
  const waits: number[] = [];
  const api = createApi({
    models: createResolver(production, featureDefaults),
    online: createReader(rows, clock),
    clock,
    log,
    faults,
    timer: () => 2 * ticks++,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  return { api, clock, faults, log, rows, production, waits, ...clientOf(api.handle) };
}

/** What a student calls: the status and the parsed body. */
function clientOf(handle: ReturnType<typeof createApi>['handle']) {
  const send = async (method: string, path: string, body = ''): Promise<HttpResponse> =>
    handle({ method, path, headers: {}, body });
  return {
    send,
    get: async (path: string) => parse(await send('GET', path)),
    predict: async (user_id: string) => parse(await send('POST', '/predict', JSON.stringify({ user_id }))),
  };
}

function parse({ status, body }: HttpResponse): { status: number; body: AnswerBody } {
  return { status, body: body.startsWith('{') ? JSON.parse(body) : body };
}

function createReader(rows: OnlineRows, clock: SimulatedClock): OnlineFeatureReader {
  return {
    async read({ entity, features, fullFeatureNames, strictTtl }) {
      return features.map((reference) => {
        const [view, feature] = reference.split(':') as [string, string];
        if (view !== 'subs' && view !== 'usage')
          throw new FeatureViewNotFoundException(view, ['subs', 'usage']);
        const row = rows[entity.user_id as string]?.[view];
        const ageMs = row === undefined ? null : clock.now() - row.at;
        const expired = strictTtl && ageMs !== null && ageMs > 30 * DAY_MS;
        return {
          name: fullFeatureNames ? `${view}__${feature}` : feature,
          reference,
          dtype: DTYPES[feature]!,
          value: row?.values[feature] ?? null,
          status: row === undefined ? 'NOT_FOUND' : expired ? 'OUTSIDE_MAX_AGE' : 'PRESENT',
          eventTimestamp: row?.at ?? null,
          ageMs,
        };
      });
    },
  };
}

function createResolver(
  production: { version: number | null },
  featureDefaults: FeatureDefaults | null,
): ModelResolver {
  const resolveReference: ModelResolver['resolveReference'] = async () => {
    if (production.version === null) {
      throw new MlflowException(
        "no versions of model with name 'churn' and stage 'Production' found",
        'promote one',
      );
    }
    return { name: 'churn', version: String(production.version), stage: 'Production', runId: 'run-1' };
  };
  return {
    resolveReference,
    resolve: async (uri) => ({ ...(await resolveReference(uri)), uri, featureDefaults, ...FEE_MODEL }),
  };
}

const SIGNATURE: LoadedModel['signature'] = {
  inputs: [
    { name: 'monthly_fee', type: 'double', required: true },
    { name: 'paperless', type: 'boolean', required: true },
    { name: 'watch_hours', type: 'double', required: true },
  ],
  outputs: null,
  params: null,
};

const FEE_MODEL: Pick<LoadedModel, 'signature' | 'model'> = {
  signature: SIGNATURE,
  model: {
    predict: async (table) => ({
      labels: [columnOf(enforceSchema(SIGNATURE, table), 'monthly_fee').values[0]! > 50],
      probabilities: { data: Float64Array.of(0.25, 0.75), nRows: 1, nCols: 2 },
    }),
  },
};
