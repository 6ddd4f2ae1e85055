import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

it('is set by Dates, texts and milliseconds, and moved on by days and hours', async () => {
  const { clock } = await openLab();
  for (const instant of [
    '2024-05-01',
    '2024-05-01T00:00:00Z',
    new Date('2024-05-01'),
    Date.UTC(2024, 4, 1),
  ]) {
    await clock.set(0);
    expect(await clock.set(instant)).toEqual(new Date('2024-05-01T00:00:00Z'));
  }
  await clock.advance({ days: 1, hours: 2 });
  expect(clock.now()).toEqual(new Date('2024-05-02T02:00:00Z'));
  await clock.advance({ days: undefined, hours: 1 } as never);
  expect(clock.now()).toEqual(new Date('2024-05-02T03:00:00Z'));
});

it('moves at once when set, without waiting for it to be kept', async () => {
  const { clock } = await openLab();
  const set = clock.set('2024-05-01');
  expect(clock.now()).toEqual(new Date('2024-05-01T00:00:00Z'));
  expect(await set).toEqual(new Date('2024-05-01T00:00:00Z'));
});

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'clock.advance was not told how far'],
  ['a number', 3, 'clock.advance got 3 where its options belong'],
  ['another unit', { day: 1 }, "clock.advance has no option 'day'"],
  ['a text', { days: '1' }, "days is '1'"],
])('stays where it is when told to advance by %s', async (_, step, message) => {
  const { clock, stored } = await openLab();
  const before = [clock.now(), await stored()];
  await expect(clock.advance(step as never)).rejects.toMatchObject({ name: 'TypeError', message });
  expect([clock.now(), await stored()]).toEqual(before);
});

it('stays where it is when set to no instant', async () => {
  const { clock } = await openLab();
  const before = clock.now();
  await expect(clock.set('tomorrow')).rejects.toMatchObject({ name: 'ValueError' });
  expect(clock.now()).toEqual(before);
});
