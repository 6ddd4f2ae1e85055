import fc from 'fast-check';
import { expect, it } from 'vitest';
import { featureKeyPaths } from '../../../src/core/features/collections.ts';
import { days } from '../../../src/core/features/durations.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { day, openStoreLab, SCHEMA, usage, user } from './store-lab.ts';

const USERS = [1, 2, 3] as const;
const DTYPES = {
  user_id: 'int64',
  hours: 'int64',
  plan: 'string',
  as_of: 'timestamp',
  created: 'timestamp',
} as const;

interface SourceRow {
  readonly user_id: number | null;
  readonly hours: number | null;
  readonly plan: string | null;
  readonly as_of: Date;
  readonly created: Date | null;
}

/** What the online store holds, as the rules O1 to O12 say it: the slow and obvious version. */
class ModelStore {
  readonly online = new Map<number, SourceRow>();
  readonly intervals: [number, number][] = [];
  ttlDays = 0;

  materialize(
    rows: readonly SourceRow[],
    start: number,
    end: number,
  ): { rowsRead: number; rowsWritten: number } {
    const inWindow = rows.filter(({ as_of }) => as_of.getTime() >= start && as_of.getTime() <= end);
    const winners = new Map<number, SourceRow>();
    const createdOf = (row: SourceRow) => row.created?.getTime() ?? Number.NEGATIVE_INFINITY;
    for (const row of inWindow) {
      if (row.user_id === null) continue;
      const best = winners.get(row.user_id);
      const order = best === undefined ? 1 : row.as_of.getTime() - best.as_of.getTime();
      // Last of all counts the position: a later row of the same instants wins.
      if (order > 0 || (order === 0 && createdOf(row) >= createdOf(best!))) winners.set(row.user_id, row);
    }
    for (const [id, row] of winners) this.online.set(id, row);
    this.intervals.push([start, end]);
    return { rowsRead: inWindow.length, rowsWritten: winners.size };
  }

  incrementalStart(now: number): number {
    if (this.intervals.length > 0) return Math.max(...this.intervals.map(([, end]) => end));
    return now - (this.ttlDays > 0 ? days(this.ttlDays) : days(364));
  }

  read(now: number, strictTtl: boolean): unknown[] {
    return USERS.map((id) => {
      const row = this.online.get(id);
      if (row === undefined) return [null, null, 'NOT_FOUND', 'NOT_FOUND', null];
      const isOld = strictTtl && this.ttlDays > 0 && now - row.as_of.getTime() > days(this.ttlDays);
      const statusOf = (value: unknown) =>
        isOld ? 'OUTSIDE_MAX_AGE' : strictTtl && value === null ? 'NULL_VALUE' : 'PRESENT';
      return [row.hours, row.plan, statusOf(row.hours), statusOf(row.plan), now - row.as_of.getTime()];
    });
  }
}

const someDay = fc.integer({ min: 1, max: 12 });
const row = fc.record({
  user_id: fc.option(fc.constantFrom(...USERS), { freq: 8 }),
  hours: fc.option(fc.nat(99), { freq: 4 }),
  plan: fc.option(fc.constantFrom('basic', 'family'), { freq: 4 }),
  as_of: someDay.map(day),
  created: fc.option(someDay.map(day), { freq: 4 }),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('materialize' as const), window: fc.tuple(someDay, someDay) }),
  fc.record({ kind: fc.constant('incremental' as const), end: someDay }),
  fc.record({ kind: fc.constant('apply' as const), ttlDays: fc.constantFrom(0, 2, 5) }),
  fc.record({ kind: fc.constant('deliver' as const), rows: fc.array(row, { minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('wait' as const), now: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('reload' as const) }),
);

it('holds what the rules of materialization say, after any sequence of steps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(step, { maxLength: 12 }),
      async (first, steps) => {
        const lab = await openStoreLab(async () => createMemoryDatabase(featureKeyPaths));
        const model = new ModelStore();
        let rows: readonly SourceRow[] = first;
        const deliver = () => {
          lab.tables.usage = fromRows(
            rows.map((row) => ({ ...row })),
            { dtypes: DTYPES },
          );
        };
        deliver();
        await lab.store.apply([user, usage({ schema: SCHEMA })]);
        for (const next of steps) {
          if (next.kind === 'materialize') {
            const [start, end] = [...next.window].sort((a, b) => a - b).map((n) => day(n).getTime()) as [
              number,
              number,
            ];
            expect(await lab.store.materialize(start, end)).toMatchObject([
              model.materialize(rows, start, end),
            ]);
          } else if (next.kind === 'incremental') {
            const start = model.incrementalStart(lab.now.getTime());
            const end = day(next.end).getTime();
            expect(await lab.store.materializeIncremental(end)).toMatchObject([
              model.materialize(rows, start, end),
            ]);
          } else if (next.kind === 'apply') {
            model.ttlDays = next.ttlDays;
            await lab.store.apply([user, usage({ schema: SCHEMA, ttl: days(next.ttlDays) })]);
          } else if (next.kind === 'deliver') {
            rows = [...rows, ...next.rows];
            deliver();
          } else if (next.kind === 'wait') lab.now = day(next.now);
          else lab.reopen();
          for (const strictTtl of [false, true]) {
            const { statuses, ageMs, ...online } = await lab.store.getOnlineFeatures({
              features: ['usage:hours', 'usage:plan'],
              entityRows: USERS.map((user_id) => ({ user_id })),
              strictTtl,
            });
            const { hours, plan } = online.toDict() as Record<'hours' | 'plan', unknown[]>;
            const found = USERS.map((_, i) => [
              ...[hours[i], plan[i], statuses[i]?.hours, statuses[i]?.plan],
              ageMs[i]?.hours ?? null,
            ]);
            expect(found).toEqual(model.read(lab.now.getTime(), strictTtl));
          }
        }
        expect(await lab.store.materializationIntervals('usage')).toEqual(model.intervals);
      },
    ),
    { numRuns: 150 },
  );
});
