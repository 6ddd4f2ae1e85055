import { expect, test } from 'vitest';
import { ValueError } from '../../src/core/errors.ts';
import { SimulatedClock } from '../../src/core/simulated-clock.ts';

const START = Date.UTC(2024, 0, 31);

test('the clock stands still until it is moved', () => {
  const clock = new SimulatedClock(START);
  expect([clock.now(), clock.now()]).toEqual([START, START]);
});

test('days and hours add up, backwards too', () => {
  const clock = new SimulatedClock(START);
  clock.advance({ days: 1, hours: 6 });
  expect(new Date(clock.now()).toISOString()).toBe('2024-02-01T06:00:00.000Z');
  clock.advance({ days: -2 });
  expect(new Date(clock.now()).toISOString()).toBe('2024-01-30T06:00:00.000Z');
});

test('set moves to an instant, before or after', () => {
  const clock = new SimulatedClock(START);
  clock.set(0);
  expect(clock.now()).toBe(0);
});

test('reach moves on, and never back', () => {
  const clock = new SimulatedClock(START);
  clock.reach(START + 1);
  expect(clock.now()).toBe(START + 1);
  clock.reach(START - 1);
  expect(clock.now()).toBe(START + 1);
  expect(() => clock.reach(8.64e15 + 1)).toThrow(ValueError);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])(
  '%s is refused and moves nothing',
  (instant) => {
    const clock = new SimulatedClock(START);
    expect(() => clock.set(instant)).toThrow(ValueError);
    expect(() => clock.advance({ days: instant })).toThrow(ValueError);
    expect(clock.now()).toBe(START);
  },
);
