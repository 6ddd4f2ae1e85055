import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const squeezed = (text: string): string => text.replaceAll(/[\s;]/g, '');

it('the page has the sheet of react-aria, which adds its own where it finds none of this name', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8');
  const [, id] = /STYLE_ID = '([^']+)'/.exec(source) ?? [];
  const [, attribute] = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source) ?? [];
  const [, rules] = /style\.textContent = `([^`]+)`/.exec(source) ?? [];
  const [, ours] =
    new RegExp(`<style id="${id}">([^<]+)</style>`).exec(readFileSync('index.html', 'utf8')) ?? [];
  expect(squeezed(ours ?? 'none')).toBe(squeezed(rules!.replace(/\$\{[^}]+\}/, attribute!)));
});
