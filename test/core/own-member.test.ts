import { expect, it } from 'vitest';
import { ownMember, setOwnMember } from '../../src/core/own-member.ts';

const NAMES = ['a', 'constructor', 'toString', '__proto__'];

it.each(NAMES)('%s is there once it was set, and not before', (name) => {
  const members: Record<string, unknown> = {};
  expect(ownMember(members, name)).toBeUndefined();
  setOwnMember(members, name, 1);
  setOwnMember(members, name, 2);
  expect(ownMember(members, name)).toBe(2);
  expect(Object.entries(members)).toEqual([[name, 2]]);
  expect(Object.getPrototypeOf(members)).toBe(Object.prototype);
});
