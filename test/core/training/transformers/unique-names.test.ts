import { expect, test } from 'vitest';
import { uniqueNames } from '../../../../src/core/training/transformers/unique-names.ts';

test('names that differ stay as they are', () => {
  expect(uniqueNames(['a', 'b', 'a.1'])).toEqual(['a', 'b', 'a.1']);
});

test('the later of equal names get a number that no other name has', () => {
  expect(uniqueNames(['a', 'a', 'a.1', 'a', 'b', 'b'])).toEqual(['a', 'a.2', 'a.1', 'a.3', 'b', 'b.1']);
});
