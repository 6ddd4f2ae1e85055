import type { HttpRequest, HttpResponse } from '../../core/serving/http.ts';

/** Where the lab's API would listen if it were a real one. */
const ORIGIN = 'http://localhost:8000';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  404: 'Not Found',
  405: 'Method Not Allowed',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A request as it goes over the wire: request line, headers, an empty line, the body. */
export function requestText({ method, path, headers, body }: HttpRequest): string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost:8000',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return body === '' ? head.join('\n') : `${head.join('\n')}\n\n${body}`;
}

/** A response's status line and headers. */
export function responseHead({ status, headers }: HttpResponse): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [statusLine(status), ...lines].join('\n');
}

export function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`.trimEnd();
}

/** A body as people read it: JSON over several lines, anything else as it is. */
export function readableBody({ body }: Pick<HttpResponse, 'body'>): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** The command that makes the same request, quoted for a POSIX shell. */
export function curlLine({ method, path, headers, body }: HttpRequest): string {
  const parts = [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    shellQuote(`${ORIGIN}${path}`),
    ...Object.entries(headers).map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`-d ${shellQuote(body)}`]),
  ];
  return parts.join(' ');
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
