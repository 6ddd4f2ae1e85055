/** A request as plain values. Header names are lower-case; `path` may carry a query, which is ignored. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response as plain values; whoever faces the student wraps it into a real `Response`. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response whose body is the JSON text of `value`; `Date`s become ISO texts. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** A response with a body of plain text, UTF-8. */
export function textResponse(
  status: number,
  body: string,
  contentType = 'text/plain; charset=utf-8',
): HttpResponse {
  return { status, headers: { 'content-type': contentType }, body };
}
