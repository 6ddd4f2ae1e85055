import { LabError, quote } from '../../core/errors.ts';
import type { HttpRequest, HttpResponse } from '../../core/serving/http.ts';

/** `fetch`'s second argument, as far as a cell needs it. */
export interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]>;
  readonly body?: string | null;
}

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
    address: string | { toString(): string },
    options?: FetchOptions | null,
  ): Promise<Response> => {
    const { method = 'GET', headers = {}, body = null } = options ?? {};
    const response = await handle({
      method: method.toUpperCase(),
      path: pathOf(String(address)),
      headers: lowerCaseNames(headers),
      body: body ?? '',
    });
    const responseBody = BODILESS.includes(response.status) ? null : response.body;
    return new Response(responseBody, { status: response.status, headers: response.headers });
  };
}

function pathOf(address: string): string {
  if (address.startsWith('/') && !address.startsWith('//')) return address;
  const match = /^https?:\/\/([^/:]+)(?::\d+)?(\/.*)?$/.exec(address);
  if (match !== null && HOSTS.includes(match[1]!)) return match[2] ?? '/';
  throw new FetchError(
    `failed to fetch ${quote(address)}: no network here`,
    "only the lab's own API can be reached, for example fetch('/predict', { method: 'POST', … })",
  );
}

function lowerCaseNames(headers: NonNullable<FetchOptions['headers']>): Record<string, string> {
  const entries = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
