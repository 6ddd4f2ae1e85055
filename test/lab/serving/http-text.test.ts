import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlLine, readableBody, requestText, responseHead } from '../../../src/lab/serving/http-text.ts';

const POST = {
  method: 'POST',
  path: '/predict',
  headers: { 'content-type': 'application/json' },
  body: `{"user_id":"O'Hara"}`,
};

describe('requests and responses as texts', () => {
  it('writes a request as it goes over the wire, with an empty line before a body only', () => {
    expect(requestText(POST)).toBe(
      `POST /predict HTTP/1.1\nhost: localhost:8000\ncontent-type: application/json\n\n{"user_id":"O'Hara"}`,
    );
    expect(requestText({ method: 'GET', path: '/health', headers: {}, body: '' })).toBe(
      'GET /health HTTP/1.1\nhost: localhost:8000',
    );
  });

  it('writes status and headers of a response', () => {
    expect(responseHead({ status: 422, headers: { 'content-type': 'application/json' }, body: '' })).toBe(
      'HTTP/1.1 422 Unprocessable Entity\ncontent-type: application/json',
    );
    expect(responseHead({ status: 299, headers: {}, body: '' })).toBe('HTTP/1.1 299');
  });

  it('spreads JSON over lines and leaves other bodies alone', () => {
    expect(readableBody({ body: '{"a":[1]}' })).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readableBody({ body: 'Internal Server Error' })).toBe('Internal Server Error');
  });

  it('writes a command that a shell takes apart into the same request', () => {
    const command = curlLine(POST).replace(/^curl/, "printf '%s\\n'");
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' }).trimEnd().split('\n')).toEqual([
      '-i',
      '-X',
      'POST',
      'http://localhost:8000/predict',
      '-H',
      'content-type: application/json',
      '-d',
      POST.body,
    ]);
    expect(curlLine({ method: 'GET', path: '/health', headers: {}, body: '' })).toBe(
      "curl -i 'http://localhost:8000/health'",
    );
  });
});
