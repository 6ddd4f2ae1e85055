import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../../src/core/serving/openapi-document.ts';
import { resolveServingOptions } from '../../../src/core/serving/serving-options.ts';
import { openLab, START } from './lab-bench.ts';

test.each(['reject', 'impute', 'course'] as const)(
  'the document for %s is valid OpenAPI 3.1',
  async (onMissing) => {
    const document = openApiDocument(resolveServingOptions({ ...START, onMissing, onStale: 'reject' }));
    const result = await new Validator().validate(structuredClone(document) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  },
);

test.each(['reject', 'course'] as const)('every reference names a schema that is there: %s', (onMissing) => {
  const text = JSON.stringify(openApiDocument(resolveServingOptions({ ...START, onMissing })));
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
  const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]);
  expect(new Set(named)).toEqual(new Set(Object.keys(components.schemas)));
});

test('the document is served', async () => {
  const { api, get } = openLab();
  await api.start({ ...START, joinKey: 'customer' });
  const { status, body } = await get('/openapi.json');
  expect(status).toBe(200);
  expect(Object.keys(body.paths)).toContain('/features/{customer}');
  expect(Object.keys(body.paths['/predict'].post.responses)).toEqual(['200', '404', '422', '500', '503']);
});
