import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/core/database.ts';
import { createRequestLog, type NewRequest } from '../../../src/core/serving/request-log.ts';
import type { ServingCollections } from '../../../src/core/serving/serving-collections.ts';

/** The request log over any database, each call of `open` giving an empty one. */
export function describeRequestLog(open: () => Promise<Database<ServingCollections>>): void {
  describe('the request log', () => {
    it('gives back requests in order, numbered from 1', async () => {
      const log = createRequestLog(await open());
      for (const entity of ['a', 'b', 'c']) log.append(request(entity));
      expect((await log.list()).map(({ sequence, entity }) => [sequence, entity])).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]);
    });

    it('tells the newest one alone, and none where there is none', async () => {
      const log = createRequestLog(await open());
      expect(await log.last()).toBeNull();
      for (const entity of ['a', 'b']) log.append(request(entity));
      expect(await log.last()).toMatchObject({ sequence: 2, entity: 'b' });
      await log.clear();
      expect(await log.last()).toBeNull();
    });

    it('keeps the last ones only', async () => {
      const log = createRequestLog(await open(), { capacity: 3 });
      for (let i = 1; i <= 8; i++) {
        log.append(request(`u${i}`));
        if (i % 3 === 0) await log.flush();
      }
      expect((await log.list()).map(({ sequence }) => sequence)).toEqual([6, 7, 8]);
    });

    it('loses none that arrives while others are being written', async () => {
      const log = createRequestLog(await open());
      for (let i = 1; i <= 200; i++) {
        log.append(request(`u${i}`));
        for (let turn = 0; turn < i % 17; turn++) await null;
      }
      expect(await log.list()).toHaveLength(200);
    });

    it('goes on where an earlier opening ended', async () => {
      const database = await open();
      const first = createRequestLog(database);
      first.append(request('a'));
      await first.flush();
      const second = createRequestLog(database);
      second.append(request('b'));
      expect((await second.list()).map(({ sequence }) => sequence)).toEqual([1, 2]);
    });

    it('gives two writers different numbers', async () => {
      const database = await open();
      const logs = [createRequestLog(database), createRequestLog(database)];
      for (let i = 0; i < 5; i++) for (const log of logs) log.append(request('a'));
      for (const log of logs) await log.flush();
      expect((await logs[0]!.list()).map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });

    it('forgets requests but not the number', async () => {
      const log = createRequestLog(await open());
      log.append(request('a'));
      await log.clear();
      log.append(request('b'));
      expect((await log.list()).map(({ sequence }) => sequence)).toEqual([2]);
    });

    it('tells at the next flush that storing failed, and then goes on', async () => {
      const database = await open();
      let isFull = true;
      const log = createRequestLog({
        read: database.read.bind(database),
        write: async (...args) => {
          if (isFull) throw new Error('quota exceeded');
          return database.write(...args);
        },
      });
      log.append(request('lost'));
      await expect(log.flush()).rejects.toThrow('quota exceeded');
      isFull = false;
      log.append(request('kept'));
      expect((await log.list()).map(({ entity }) => entity)).toEqual(['kept']);
    });
  });
}

function request(entity: string): NewRequest {
  return {
    at: 0,
    latencyMs: 1,
    method: 'POST',
    path: '/predict',
    status: 200,
    outcome: 'success',
    entity,
    modelName: 'churn',
    modelVersion: '1',
    prediction: 0,
    features: {},
    missing: [],
    stale: [],
    imputed: [],
    message: null,
  };
}
