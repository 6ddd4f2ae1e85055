import { LabError, quote } from '../../core/errors.ts';
import type { HttpRequest, HttpResponse } from '../../core/serving/http.ts';

/** `fetch`'s second argument: whatever a real request is made of. */
export type FetchOptions = RequestInit;

/** Nothing outside the lab can be reached. The platform's name for a failed request. */
export class FetchError extends LabError {
  override readonly name = 'TypeError';
}

/** The names under which the simulated API may be called with a full address. */
const HOSTS = ['localhost', '127.0.0.1', 'api'];

// A status that may not have a body must not be given an empty one either.
const BODILESS = [101, 204, 205, 304];

/**
 * `fetch` as cells have it: answers from the simulated API as a real `Response`, and reaches no other address.
 * Rejects as a real one does where a request cannot be made.
 */
export function createFetch(handle: (request: HttpRequest) => Promise<HttpResponse>) {
  return async (
    address: string | Request | { toString(): string },
    options?: FetchOptions | null,
  ): Promise<Response> => {
    const request = makeRequest(address, options ?? {});
    const response = await handle({
      method: request.method,
      path: pathOf(request.url).replace(/#.*$/s, ''),
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    });
    const responseBody = BODILESS.includes(response.status) ? null : response.body;
    return new Response(responseBody, { status: response.status, headers: response.headers });
  };
}

/** The platform's own request, so that bodies, headers and methods are taken and refused as everywhere. */
function makeRequest(address: string | Request | { toString(): string }, options: FetchOptions): Request {
  const isRequest = address instanceof Request;
  const url = `http://localhost${pathOf(isRequest ? address.url : String(address))}`;
  try {
    return new Request(isRequest ? address : url, options);
  } catch (error) {
    throw new FetchError(
      `failed to fetch ${quote(url)}: ${(error as Error).message}`,
      "make the request as fetch('/predict', { method: 'POST', body: JSON.stringify({ user_id }) })",
    );
  }
}

function pathOf(address: string): string {
  if (address.startsWith('/') && !address.startsWith('//')) return address;
  const match = /^https?:\/\/([^/:]+)(?::\d+)?(\/.*)?$/i.exec(address);
  if (match !== null && HOSTS.includes(match[1]!.toLowerCase())) return match[2] ?? '/';
  throw new FetchError(
    `failed to fetch ${quote(address)}: no network here`,
    "only the lab's own API can be reached, for example fetch('/predict', { method: 'POST', … })",
  );
}
