import { describe, expect, it } from 'vitest';
import { openClock } from '../../../src/core/engine/clock-setting.ts';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { createFailingDatabase } from '../../storage/failing-database.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2024, 1, 1);

const openDatabase = () => createFailingDatabase(createMemoryDatabase<LabCollections>(labKeyPaths));

describe("the lab's clock", () => {
  it('starts on the day after the first month and is where it was left', async () => {
    const database = openDatabase();
    const first = await openClock(database);
    expect(first.clock.now()).toBe(FIRST);
    await first.advance({ days: 2, hours: 12 });
    expect((await openClock(database)).clock.now()).toBe(FIRST + 2.5 * DAY_MS);
  });

  it('adds up what two tabs advance', async () => {
    const database = openDatabase();
    const [first, second] = [await openClock(database), await openClock(database)];
    await Promise.all([first.advance({ days: 1 }), second.advance({ days: 1 })]);
    await first.reread();
    expect(first.clock.now()).toBe(FIRST + 2 * DAY_MS);
  });

  it('reaches the day after a month, and never goes back for an earlier one', async () => {
    const time = await openClock(openDatabase());
    await time.reachDayAfter(Date.UTC(2024, 1, 29));
    expect(time.clock.now()).toBe(Date.UTC(2024, 2, 1));
    await time.reachDayAfter(Date.UTC(2023, 2, 31));
    expect(time.clock.now()).toBe(Date.UTC(2024, 2, 1));
  });

  it('stays where it is when it cannot be kept, or is told no instant', async () => {
    const database = openDatabase();
    const time = await openClock(database);
    await expect(time.set(Number.NaN)).rejects.toMatchObject({ name: 'ValueError' });
    database.room = 0;
    await expect(time.advance({ days: 1 })).rejects.toMatchObject({ name: 'DiskFull' });
    expect(time.clock.now()).toBe(FIRST);
  });
});
