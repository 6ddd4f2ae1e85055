import type { HttpRequest, HttpResponse } from '../../core/serving/http.ts';
import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What can be asked of the API. */
export const ROUTES = ['predict', 'features', 'health', 'metrics', 'openapi'] as const;

export type RouteName = (typeof ROUTES)[number];

/** A request and what came back. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** What the log holds of it; null for what is not logged. */
  readonly logged: LoggedRequest | null;
}

/** The request to a route; `user` names the entity of /features, `body` is sent with /predict as it is. */
export function composeRequest(
  route: RouteName,
  { user, body }: { readonly user: string; readonly body: string },
): HttpRequest {
  const get = (path: string): HttpRequest => ({ method: 'GET', path, headers: {}, body: '' });
  switch (route) {
    case 'predict':
      return { method: 'POST', path: '/predict', headers: { 'content-type': 'application/json' }, body };
    case 'features':
      return get(`/features/${encodeURIComponent(user)}`);
    case 'health':
      return get('/health');
    case 'metrics':
      return get('/metrics');
    case 'openapi':
      return get('/openapi.json');
  }
}

/** The body that asks for one entity. */
export function predictBody(joinKey: string, entity: string): string {
  return JSON.stringify({ [joinKey]: entity });
}

/** Sends a request to the lab's API. */
export async function sendRequest(
  { engine }: Pick<Workspace, 'engine'>,
  request: HttpRequest,
): Promise<Exchange> {
  const response = await engine.api.handle(request);
  const logged = request.path === '/predict' ? await engine.requestLog.last() : null;
  return { request, response, logged };
}
