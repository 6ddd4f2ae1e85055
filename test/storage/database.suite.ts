import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/core/database.ts';

/** A record with a single key and one with a list key, as the lab's collections have them. */
export type TestCollections = {
  models: { name: string; stage: string; weights?: Float64Array };
  versions: { name: string; version: number; note?: string };
};

export const testKeyPaths = { models: 'name', versions: ['name', 'version'] } as const;

/** The contract of `Database`: run against every implementation, each call of `open` giving an empty one. */
export function describeDatabase(open: () => Promise<Database<TestCollections>>): void {
  describe('a database', () => {
    it('gives back a stored record as a copy', async () => {
      const database = await open();
      const record = { name: 'churn', stage: 'None', weights: Float64Array.of(1, Number.NaN, -0) };
      await database.write(['models'], (tx) => tx.put('models', record));
      record.stage = 'Production';
      const stored = await database.read(['models'], (tx) => tx.get('models', 'churn'));
      expect(stored).toEqual({ name: 'churn', stage: 'None', weights: Float64Array.of(1, Number.NaN, -0) });
    });

    it('answers undefined for a key that is not there', async () => {
      const database = await open();
      expect(await database.read(['models'], (tx) => tx.get('models', 'x'))).toBeUndefined();
    });

    it('lists records in key order, numbers by size and not by text', async () => {
      const database = await open();
      await putVersions(database, [
        ['b', 1],
        ['a', 10],
        ['a', 9],
      ]);
      const all = await database.read(['versions'], (tx) => tx.getAll('versions'));
      expect(all.map(({ name, version }) => [name, version])).toEqual([
        ['a', 9],
        ['a', 10],
        ['b', 1],
      ]);
    });

    it('reads, counts and deletes by the first parts of a list key', async () => {
      const database = await open();
      await putVersions(database, [
        ['a', 1],
        ['a', 2],
        ['ab', 1],
      ]);
      const range = { prefix: ['a'] };
      expect(await database.read(['versions'], (tx) => tx.count('versions', range))).toBe(2);
      await database.write(['versions'], (tx) => tx.deleteAll('versions', range));
      expect(await database.read(['versions'], (tx) => tx.getAll('versions'))).toEqual([
        { name: 'ab', version: 1 },
      ]);
    });

    it('keeps nothing of a transaction that throws, in any of its collections', async () => {
      const database = await open();
      await database.write(['models'], (tx) => tx.put('models', { name: 'churn', stage: 'Staging' }));
      const failing = database.write(['models', 'versions'], async (tx) => {
        await tx.put('models', { name: 'churn', stage: 'Production' });
        await tx.put('versions', { name: 'churn', version: 1 });
        await tx.deleteAll('models');
        throw new RangeError('stop here');
      });
      await expect(failing).rejects.toThrow(new RangeError('stop here'));
      expect(await database.read(['models'], (tx) => tx.getAll('models'))).toEqual([
        { name: 'churn', stage: 'Staging' },
      ]);
      expect(await database.read(['versions'], (tx) => tx.count('versions'))).toBe(0);
    });

    it('sees its own writes inside a transaction', async () => {
      const database = await open();
      const seen = await database.write(['models'], async (tx) => {
        await tx.put('models', { name: 'churn', stage: 'None' });
        return tx.get('models', 'churn');
      });
      expect(seen?.stage).toBe('None');
    });

    it('runs read-modify-write transactions one after the other', async () => {
      const database = await open();
      const next = () =>
        database.write(['versions'], async (tx) => {
          const version = (await tx.count('versions')) + 1;
          await tx.put('versions', { name: 'churn', version });
          return version;
        });
      const versions = await Promise.all(Array.from({ length: 20 }, next));
      expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });

    it('refuses a record without its key and keeps what was there', async () => {
      const database = await open();
      await putVersions(database, [['a', 1]]);
      const keyless = { name: 'a' } as TestCollections['versions'];
      await expect(database.write(['versions'], (tx) => tx.put('versions', keyless))).rejects.toThrow();
      expect(await database.read(['versions'], (tx) => tx.count('versions'))).toBe(1);
    });

    it.each<[unknown]>([[undefined], [null], [Number.NaN], [true], [{}], [['a', undefined]]])(
      'refuses to look for %j, which is no key',
      async (key) => {
        const database = await open();
        await putVersions(database, [['a', 1]]);
        const refusal = { name: 'ValueError', hint: 'keys are numbers, strings, or lists of them' };
        const prefix = [key] as never;
        await expect(
          database.read(['versions'], (tx) => tx.get('versions', key as never)),
        ).rejects.toMatchObject(refusal);
        await expect(
          database.read(['versions'], (tx) => tx.getAll('versions', { prefix })),
        ).rejects.toMatchObject(refusal);
        await expect(
          database.write(['versions'], (tx) => tx.delete('versions', key as never)),
        ).rejects.toMatchObject(refusal);
        await expect(
          database.write(['versions'], (tx) => tx.deleteAll('versions', { prefix })),
        ).rejects.toMatchObject(refusal);
        expect(await database.read(['versions'], (tx) => tx.count('versions'))).toBe(1);
      },
    );

    it('refuses a collection that the transaction did not name', async () => {
      const database = await open();
      const stray = database.read(['versions'], (tx) => tx.getAll('models' as 'versions'));
      await expect(stray).rejects.toThrow();
    });

    it('stores what was handed over at once, in the order in which it was', async () => {
      const database = await open();
      const stages = ['None', 'Staging', 'Production'];
      const writes = stages.map((stage) =>
        database.write(['models'], (tx) => tx.put('models', { name: 'churn', stage }), { isAtOnce: true }),
      );
      await Promise.all(writes);
      expect(await database.read(['models'], (tx) => tx.getAll('models'))).toEqual([
        { name: 'churn', stage: 'Production' },
      ]);
    });

    it('goes on after a failed transaction, with strict durability too', async () => {
      const database = await open();
      await database.write(['models'], () => Promise.reject(new Error('no'))).catch(() => undefined);
      await database.write(['models'], (tx) => tx.put('models', { name: 'churn', stage: 'None' }), {
        durability: 'strict',
      });
      expect(await database.read(['models'], (tx) => tx.count('models'))).toBe(1);
    });
  });
}

async function putVersions(
  database: Database<TestCollections>,
  keys: readonly (readonly [string, number])[],
): Promise<void> {
  await database.write(['versions'], async (tx) => {
    for (const [name, version] of keys) await tx.put('versions', { name, version });
  });
}
