import { describe, expect, it } from 'vitest';
import { openClock } from '../../../src/core/engine/clock-setting.ts';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { createFailingDatabase } from '../../storage/failing-database.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2024, 1, 1);

const ENTITY = { kind: 'entity', version: 1, name: 'user', joinKeys: ['user_id'] } as const;

const openDatabase = () => createFailingDatabase(createMemoryDatabase<LabCollections>(labKeyPaths));

describe("the lab's clock", () => {
  it('starts on the day after the first month and is where it was left', async () => {
    const database = openDatabase();
    const first = await openClock(database);
    expect(first.clock.now()).toBe(FIRST);
    await first.advance({ days: 2, hours: 12 });
    expect((await openClock(database)).clock.now()).toBe(FIRST + 2.5 * DAY_MS);
  });

  it('shows the last instant set at once, before any of them is kept', async () => {
    const database = openDatabase();
    const time = await openClock(database);
    const sets = [1, 2, 3].map((day) => time.set(FIRST + day * DAY_MS).then(() => time.clock.now()));
    expect(time.clock.now()).toBe(FIRST + 3 * DAY_MS);
    const shown = await Promise.all(sets);
    expect(new Set(shown)).toEqual(new Set([FIRST + 3 * DAY_MS]));
    expect((await openClock(database)).clock.now()).toBe(FIRST + 3 * DAY_MS);
  });

  it('adds up what two tabs advance', async () => {
    const database = openDatabase();
    const [first, second] = [await openClock(database), await openClock(database)];
    await Promise.all([first.advance({ days: 1 }), second.advance({ days: 1 })]);
    await first.reread();
    expect(first.clock.now()).toBe(FIRST + 2 * DAY_MS);
  });

  it('is moved in one transaction with what is stored then', async () => {
    const database = openDatabase();
    const time = await openClock(database);
    const store = (value: string) =>
      time.writeWithClock(['entities'], async (transaction, clock) => {
        clock.advance({ days: 1 });
        await transaction.put('entities', { ...ENTITY, description: value });
        return clock.now();
      });
    database.room = 1;
    await expect(store('lost')).rejects.toMatchObject({ name: 'DiskFull' });
    expect(await database.read(['entities'], (transaction) => transaction.count('entities'))).toBe(0);
    expect(time.clock.now()).toBe(FIRST);
    database.room = 2;
    expect(await store('kept')).toBe(FIRST + DAY_MS);
    expect(time.clock.now()).toBe(FIRST + DAY_MS);
  });

  it('stays where it is when it cannot be kept, or is told no instant', async () => {
    const database = openDatabase();
    const time = await openClock(database);
    await expect(time.set(Number.NaN)).rejects.toMatchObject({ name: 'ValueError' });
    database.room = 0;
    await expect(time.advance({ days: 1 })).rejects.toMatchObject({ name: 'DiskFull' });
    await expect(time.set(0)).rejects.toMatchObject({ name: 'DiskFull' });
    expect(time.clock.now()).toBe(FIRST);
  });
});
