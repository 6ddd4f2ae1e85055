import { expect, it } from 'vitest';
import { Entity, requireName } from '../../../src/core/features/entity.ts';

it('is joined on its own name unless keys are named', () => {
  expect(new Entity({ name: 'user_id' }).toDefinition()).toEqual({
    kind: 'entity',
    version: 1,
    name: 'user_id',
    joinKeys: ['user_id'],
    description: '',
  });
  expect(new Entity({ name: 'seat', joinKeys: ['user', 'shop'], description: 'd' }).joinKeys).toEqual([
    'user',
    'shop',
  ]);
});

it('keeps its keys when the list it was given changes', () => {
  const joinKeys = ['user_id'];
  const entity = new Entity({ name: 'user', joinKeys });
  joinKeys.push('other');
  expect(entity.joinKeys).toEqual(['user_id']);
});

it.each([
  [{ name: 'user', joinKeys: [] }, 'ValueError', "entity 'user' has no join key"],
  [{ name: 'user', joinKeys: ['a', 'a'] }, 'ValueError', "entity 'user' names a join key twice"],
  [{ name: 'user', joinKeys: 'user_id' }, 'TypeError', "the join keys of entity 'user' are 'user_id'"],
  [{ name: 'user', join_keys: ['a'] }, 'TypeError', "new Entity has no option 'join_keys'"],
  [{ joinKeys: ['a'] }, 'TypeError', "new Entity lacks 'name'"],
  [{ name: 'user', joinKeys: [''] }, 'ValueError', "'' cannot name a join key"],
  [{ name: 'user', description: 3 }, 'TypeError', "the description of entity 'user' is 3"],
  [{ name: ' ' }, 'ValueError', "' ' cannot name an entity"],
])('refuses %j', (options, name, message) => {
  expect(() => new Entity(options as never)).toThrow(
    expect.objectContaining({ name, message, hint: expect.stringMatching(/./) }),
  );
});

it('refuses names that a reference could not hold', () => {
  expect(requireName('usage 30d', 'a view')).toBe('usage 30d');
  expect(() => requireName('view:feature', 'a view')).toThrow("'view:feature' cannot name a view");
  expect(() => requireName(5, 'a view')).toThrow(expect.objectContaining({ name: 'TypeError' }));
});
