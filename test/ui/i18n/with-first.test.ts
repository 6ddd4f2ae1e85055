import { describe, expect, it } from 'vitest';
import { withFirst } from '../../../src/ui/i18n/with-first.ts';

describe('a date', () => {
  const inMarch = (day: number, language: string): string => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    return withFirst(format.format(Date.UTC(2024, 2, day)), language);
  };

  it('has the ordinal of the first of a month in French, and of no other day', () => {
    expect([1, 2, 11, 21].map((day) => inMarch(day, 'fr'))).toEqual([
      ...['1er mars 2024', '2 mars 2024', '11 mars 2024', '21 mars 2024'],
    ]);
  });

  it('has none in English', () => {
    expect(inMarch(1, 'en')).toBe('Mar 1, 2024');
  });
});
