import { expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/core/serving/http.ts';
import { createFetch } from '../../../src/notebook/lab-api/fetch.ts';

function fetchInto(seen: HttpRequest[], status = 200) {
  return createFetch(async (request) => {
    seen.push(request);
    return { status, headers: { 'content-type': 'text/plain' }, body: 'ok' };
  });
}

it.each([
  ['/predict', '/predict'],
  ['http://localhost:8000/health', '/health'],
  ['http://api', '/'],
  ['HTTP://LocalHost/health', '/health'],
  [new Request('http://localhost/health?deep=1'), '/health?deep=1'],
  [new URL('http://127.0.0.1/features/7?x=1'), '/features/7?x=1'],
])('hands %s to the API', async (address, path) => {
  const seen: HttpRequest[] = [];
  const response = await fetchInto(seen)(address);
  expect(response).toBeInstanceOf(Response);
  expect([await response.text(), seen]).toEqual(['ok', [{ method: 'GET', path, headers: {}, body: '' }]]);
});

it('passes on method, headers in lower case and the body', async () => {
  const seen: HttpRequest[] = [];
  const send = fetchInto(seen);
  const headers = { 'Content-Type': 'application/json' };
  await send('/predict', { method: 'post', headers, body: '{}' });
  await send('/predict', { method: 'POST', headers: new Headers(headers), body: '{}' });
  const request = {
    method: 'POST',
    path: '/predict',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  };
  expect(seen).toEqual([request, request]);
});

it.each([
  ['bytes', new TextEncoder().encode('{}')],
  ['a blob', new Blob(['{', '}'])],
])('takes %s as a body', async (_, body) => {
  const seen: HttpRequest[] = [];
  await fetchInto(seen)(new Request('http://api/predict', { method: 'POST', body }));
  await fetchInto(seen)('/predict', { method: 'POST', body });
  expect(seen.map((request) => request.body)).toEqual(['{}', '{}']);
});

it.each<[string, RequestInit]>([
  ['a GET with a body', { body: '{}' }],
  ['a method that is none', { method: 'GE T' }],
  ['a header that is none', { headers: { 'a b': '1' } }],
])('refuses %s, as a real fetch does', async (_, options) => {
  const seen: HttpRequest[] = [];
  await expect(fetchInto(seen)('/predict', options)).rejects.toMatchObject({
    name: 'TypeError',
    message: expect.stringContaining("failed to fetch 'http://localhost/predict': "),
    hint: expect.stringContaining("method: 'POST'"),
  });
  expect(seen).toEqual([]);
});

it('gives no body with a status that has none', async () => {
  expect((await fetchInto([], 204)('/predict')).body).toBeNull();
});

it.each(['https://example.org/predict', '//example.org/predict', 'predict', 'file:///etc/hosts'])(
  'does not reach %s',
  async (address) => {
    const seen: HttpRequest[] = [];
    await expect(fetchInto(seen)(address)).rejects.toMatchObject({
      name: 'TypeError',
      hint: expect.stringContaining("fetch('/predict'"),
    });
    expect(seen).toEqual([]);
  },
);
