import type { ServingOptions } from './serving-options.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The API described in OpenAPI 3.1, for the policies it was started with: FastAPI's validation schemas, and per
 * status what it means.
 */
export function openApiDocument(options: ServingOptions): Json {
  const { joinKey } = options;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prediction API',
      version: '1.0.0',
      description: `Predicts from the online features of one entity. Policies: onMissing '${options.onMissing}', onStale '${options.onStale}'.`,
    },
    paths: {
      '/predict': { post: predictOperation(options) },
      [`/features/{${joinKey}}`]: { get: featuresOperation(joinKey) },
      '/health': { get: healthOperation(options) },
      '/metrics': { get: metricsOperation() },
      '/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: 'This document',
          responses: { 200: jsonOf('The document', {}) },
        },
      },
    },
    components: { schemas: schemas(options) },
  };
}

function predictOperation({ joinKey, onMissing, onStale }: ServingOptions): Json {
  const isCourse = onMissing === 'course';
  const refusals = {
    404: jsonOf(`No view has a row of this ${joinKey}`, ref('Refusal')),
    422: jsonOf('The body is not valid, or features are missing', {
      anyOf: [ref('HTTPValidationError'), ref('Refusal')],
    }),
    500: jsonOf("A feature's type does not fit the model's signature, or a store failed", ref('Refusal')),
    503: jsonOf(
      `The API has no model or is down${onStale === 'reject' ? ', or features are stale' : ''}`,
      ref('Refusal'),
    ),
  };
  const courseRefusals = {
    422: jsonOf('The body is not valid', ref('HTTPValidationError')),
    500: { description: 'An error', content: { 'text/plain': { schema: { type: 'string' } } } },
    503: jsonOf('The API is down', ref('Refusal')),
  };
  return {
    operationId: 'predict',
    summary: `Predict for one ${joinKey}`,
    requestBody: { required: true, content: { 'application/json': { schema: ref('PredictRequest') } } },
    responses: {
      200: isCourse
        ? jsonOf('A prediction, or an error', { anyOf: [ref('Prediction'), ref('CourseError')] })
        : jsonOf('A prediction', ref('Prediction')),
      ...(isCourse ? courseRefusals : refusals),
    },
  };
}

function featuresOperation(joinKey: string): Json {
  return {
    operationId: 'features',
    summary: `The online features of one ${joinKey}`,
    parameters: [{ name: joinKey, in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      200: jsonOf('The features', ref('Features')),
      404: jsonOf(`No view has a row of this ${joinKey}`, ref('Features')),
      500: jsonOf('The online store failed', ref('Refusal')),
    },
  };
}

function healthOperation({ onMissing }: ServingOptions): Json {
  const responses = { 200: jsonOf('The API runs', { type: 'object', required: ['status'] }) };
  const withoutModel = { 503: jsonOf('The API has no model', ref('Refusal')) };
  return {
    operationId: 'health',
    summary: 'Whether the API can answer',
    responses: onMissing === 'course' ? responses : { ...responses, ...withoutModel },
  };
}

function metricsOperation(): Json {
  const content = { 'text/plain': { schema: { type: 'string' } } };
  return {
    operationId: 'metrics',
    summary: 'Requests and latencies in the Prometheus text format',
    responses: { 200: { description: 'The metrics', content } },
  };
}

function schemas({ joinKey, onMissing }: ServingOptions): Json {
  const features = { type: 'object', additionalProperties: ref('FeatureReport') };
  const names = { type: 'array', items: { type: 'string' } };
  return {
    PredictRequest: objectOf({ [joinKey]: { type: 'string' } }, [joinKey]),
    Prediction: objectOf(
      {
        [joinKey]: { type: 'string' },
        prediction: { type: ['integer', 'number', 'string'] },
        probability: { type: 'number', description: 'Of the last class' },
        features_used: { type: 'object' },
        model: { type: 'object' },
        warnings: names,
        features,
      },
      [joinKey, 'prediction', 'features_used', 'features'],
    ),
    Refusal: objectOf(
      {
        detail: { type: 'string' },
        code: { type: 'string' },
        hint: { type: 'string' },
        missing_features: names,
        stale_features: names,
        features,
      },
      ['detail', 'code', 'hint'],
    ),
    ...(onMissing === 'course' ? { CourseError: courseError(names, features) } : {}),
    Features: objectOf({ [joinKey]: { type: 'string' }, detail: { type: 'string' }, features }, [
      joinKey,
      'features',
    ]),
    FeatureReport: featureReport(),
    HTTPValidationError: objectOf({ detail: { type: 'array', items: ref('ValidationError') } }, ['detail']),
    ValidationError: objectOf(
      {
        type: { type: 'string' },
        loc: { type: 'array', items: { type: ['string', 'integer'] } },
        msg: { type: 'string' },
        input: {},
        ctx: { type: 'object' },
      },
      ['type', 'loc', 'msg', 'input'],
    ),
  };
}

function courseError(names: Json, features: Json): Json {
  return objectOf({ error: { type: 'string' }, missing_features: names, stale_features: names, features }, [
    'error',
  ]);
}

function featureReport(): Json {
  const members = {
    value: { type: ['number', 'string', 'boolean', 'null'] },
    status: { enum: ['PRESENT', 'NULL_VALUE', 'NOT_FOUND', 'OUTSIDE_MAX_AGE'] },
    source: { enum: ['online-store', 'imputed', 'pipeline', 'none'] },
    eventTimestamp: { type: ['string', 'null'], format: 'date-time' },
    ageMs: { type: ['number', 'null'], description: 'Simulated milliseconds' },
    stale: { type: 'boolean' },
  };
  return objectOf(members, Object.keys(members));
}

function objectOf(properties: Json, required: readonly string[]): Json {
  return { type: 'object', properties, required };
}

function jsonOf(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
