import { describe, expect, it } from 'vitest';
import { COMMANDS, keyOf } from '../../../src/ui/notebook/notebook-commands.ts';

const press = (key: string, modifiers: Partial<Record<'shift' | 'ctrl' | 'meta' | 'alt', boolean>> = {}) =>
  keyOf({
    key,
    shiftKey: modifiers.shift ?? false,
    ctrlKey: modifiers.ctrl ?? false,
    metaKey: modifiers.meta ?? false,
    altKey: modifiers.alt ?? false,
  });

describe('the keys of a notebook', () => {
  it('are named the same on every keyboard', () => {
    expect(press('Enter', { shift: true })).toBe('Shift+Enter');
    expect(press('Z', { shift: true })).toBe('Shift+z');
    expect(press('z', { meta: true })).toBe(press('z', { ctrl: true }));
    // On a French keyboard '/' is typed with Shift, on an American one '?' is.
    expect(press('/', { shift: true })).toBe('/');
    expect(press('?', { shift: true })).toBe('?');
    expect(press('ArrowUp', { alt: true })).toBe('Alt+ArrowUp');
  });

  it('each do one thing', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
