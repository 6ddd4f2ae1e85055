import { expect, it } from 'vitest';
import { days, hours } from '../../../src/core/features/durations.ts';

it('gives milliseconds, as everything the lab calls a duration', () => {
  expect(days(2)).toBe(172_800_000);
  expect(hours(1.5)).toBe(5_400_000);
});

it('refuses what is no number', () => {
  expect(() => days('7' as unknown as number)).toThrow(
    expect.objectContaining({ name: 'TypeError', message: "days got '7'", hint: 'give a number: days(7)' }),
  );
});
