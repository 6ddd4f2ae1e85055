import type { Answer } from './answer.ts';
import { METRICS_CONTENT_TYPE } from './api-metrics.ts';
import type { ApiDependencies, ApiProcess } from './api-process.ts';
import { answerFeatures } from './features-route.ts';
import { type HttpRequest, type HttpResponse, jsonResponse, textResponse } from './http.ts';
import { openApiDocument } from './openapi-document.ts';
import { notInitialized, predict } from './predict.ts';
import { recordCall, unanswered } from './record-call.ts';

/** The one method of each route. */
const METHODS: Readonly<Record<Route, string>> = {
  '/predict': 'POST',
  '/health': 'GET',
  '/features/{entity}': 'GET',
  '/metrics': 'GET',
  '/openapi.json': 'GET',
};

type Route = '/predict' | '/health' | '/features/{entity}' | '/metrics' | '/openapi.json';

/**
 * Answers one request as a FastAPI server would, 404 and 405 included; `process` is null where none is started.
 * Calls of /predict are counted, timed and logged. Never throws.
 */
export async function handleRequest(
  request: HttpRequest,
  process: ApiProcess | null,
  dependencies: ApiDependencies,
): Promise<HttpResponse> {
  const arrived = dependencies.timer();
  // Like FastAPI, which redirects to the address without the last slash, and fetch, which follows.
  const path = request.path.replace(/[?#].*$/s, '').replace(/(.)\/$/, '$1');
  if (process === null || isDown(dependencies)) {
    const answer = isDown(dependencies) ? API_DOWN : NOT_STARTED;
    if (path === '/predict')
      recordCall(unanswered(answer), { request, arrived, process: null, dependencies });
    return toResponse(answer);
  }
  const entity = /^\/features\/([^/]+)$/.exec(path)?.[1];
  const route = entity === undefined ? path : '/features/{entity}';
  if (!isRoute(route)) return jsonResponse(404, { detail: 'Not Found' });
  if (request.method.toUpperCase() !== METHODS[route]) {
    return jsonResponse(405, { detail: 'Method Not Allowed' }, { allow: METHODS[route] });
  }
  switch (route) {
    case '/predict': {
      const result = await predict(request.body, process, dependencies);
      recordCall(result, { request, arrived, process, dependencies });
      return toResponse(result.answer);
    }
    case '/features/{entity}':
      return toResponse(await answerFeatures(entity as string, process, dependencies));
    case '/health':
      return toResponse(answerHealth(process));
    case '/metrics':
      return textResponse(200, process.metrics.expose(), METRICS_CONTENT_TYPE);
    case '/openapi.json':
      return jsonResponse(200, openApiDocument(process.options));
  }
}

const NOT_STARTED: Answer = {
  outcome: 'not-started',
  status: 503,
  body: {
    detail: 'the API is not started',
    code: 'not-started',
    hint: 'await api.start({ modelUri, features })',
  },
};

const API_DOWN: Answer = {
  outcome: 'api-down',
  status: 503,
  body: { detail: 'the API does not answer', code: 'api-down', hint: 'await faults.clear()' },
};

function isDown({ faults }: ApiDependencies): boolean {
  return faults.active().some(({ kind }) => kind === 'api-down');
}

function isRoute(path: string): path is Route {
  return Object.hasOwn(METHODS, path);
}

/** The course's /health only says that the process runs. */
function answerHealth(process: ApiProcess): Answer {
  const { model, options } = process;
  if (model === null && options.onMissing !== 'course') return notInitialized(process).answer;
  const served = model === null ? {} : { model: { name: model.name, version: model.version } };
  return { outcome: 'success', status: 200, body: { status: 'ok', ...served } };
}

function toResponse({ status, body }: Answer): HttpResponse {
  return typeof body === 'string' ? textResponse(status, body) : jsonResponse(status, body);
}
