import { describe, expect, it } from 'vitest';
import { isRunUri, parseModelUri, parseRunUri } from '../../../src/core/registry/model-uri.ts';

const NONE = { version: null, stage: null, alias: null };

describe('a models:/ URI', () => {
  it.each([
    ['models:/churn/1', { ...NONE, name: 'churn', version: '1' }],
    ['models:/churn/Production', { ...NONE, name: 'churn', stage: 'Production' }],
    ['models:/churn/LATEST', { ...NONE, name: 'churn' }],
    ['models:/churn@champion', { ...NONE, name: 'churn', alias: 'champion' }],
    ['models:/a@b@c', { ...NONE, name: 'a@b', alias: 'c' }],
    ['models:/12345/67890', { ...NONE, name: '12345', version: '67890' }],
    ['models:///churn/1', { ...NONE, name: 'churn', version: '1' }],
  ])('%s is read', (uri, parsed) => {
    expect(parseModelUri(uri)).toEqual(parsed);
  });

  it.each([
    ...[
      '',
      'models:',
      'models:/',
      'models:/ /1',
      'models:/churn',
      'models:/churn/',
      'models:/churn@',
      'models:/churn@ ',
    ],
    ...['models:/churn/1/x', 'models:churn/1', 'model:/churn/1', 'runs:/a/b', null, 5, {}],
  ])('%s is refused', (uri) => {
    expect(() => parseModelUri(uri as string)).toThrow(
      expect.objectContaining({
        name: 'MlflowException',
        message: expect.stringMatching(/^not a proper models:\/ URI/),
        hint: expect.stringContaining('models:/NAME/VERSION'),
      }),
    );
  });
});

describe('a runs:/ URI', () => {
  it.each([
    ['runs:/abc/model', { runId: 'abc', path: 'model' }],
    ['runs:/abc/a/b/', { runId: 'abc', path: 'a/b' }],
    ['runs:/abc', { runId: 'abc', path: '' }],
  ])('%s is read', (uri, parsed) => {
    expect(isRunUri(uri)).toBe(true);
    expect(parseRunUri(uri)).toEqual(parsed);
  });

  it.each(['runs:', 'runs:/', 'runs://', 'runs:abc/model'])('%s is refused', (uri) => {
    expect(() => parseRunUri(uri)).toThrow('not a proper runs:/ URI');
  });

  it('is told from what is none', () => {
    expect(['models:/a/1', '', null, 5].map((uri) => isRunUri(uri as string))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
