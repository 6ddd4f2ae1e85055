import { expect, test } from 'vitest';
import { checkOptions } from '../../src/core/check-options.ts';
import { TypeMismatchError } from '../../src/core/errors.ts';

const names = { required: ['asOf'], optional: ['onProgress'] };

test('options of known names come back as they are', () => {
  const options = { asOf: '2024-01-31' };
  expect(checkOptions('data.labels', options, names)).toBe(options);
  expect(checkOptions('data.tables', undefined, {})).toEqual({});
});

test.each<[string, unknown, string, string]>([
  ['a misspelt name', { asof: 1 }, "data.labels has no option 'asof'", "did you mean 'asOf'?"],
  ['a foreign name', { asOf: 1, colour: 1 }, "data.labels has no option 'colour'", 'known: asOf, onProgress'],
  [
    'a missing option',
    { onProgress: null },
    "data.labels lacks 'asOf'",
    'give it by name: { asOf, onProgress }',
  ],
  ['no options', undefined, "data.labels lacks 'asOf'", 'give it by name: { asOf, onProgress }'],
  ['null', null, "data.labels lacks 'asOf'", 'give it by name: { asOf, onProgress }'],
  [
    'a value without its name',
    '2024-01-31',
    "data.labels got '2024-01-31' where its options belong",
    'give them by name, in one object: { asOf, onProgress }',
  ],
  [
    'a list',
    ['2024-01-31'],
    'data.labels got ["2024-01-31"] where its options belong',
    'give them by name, in one object: { asOf, onProgress }',
  ],
])('%s is told, not ignored', (_, options, message, hint) => {
  const check = () => checkOptions('data.labels', options as object, names);
  expect(check).toThrow(TypeMismatchError);
  expect(check).toThrow(expect.objectContaining({ name: 'TypeError', message, hint }));
});
