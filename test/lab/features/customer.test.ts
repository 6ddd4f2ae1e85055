import { beforeAll, describe, expect, it } from 'vitest';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { joinCustomer } from '../../../src/lab/features/join-customer.ts';
import { marksOf } from '../../../src/lab/features/lane-marks.ts';
import { findNotableCustomers, type NotableCustomer } from '../../../src/lab/features/notable-customers.ts';
import { type Customer, readCustomer } from '../../../src/lab/features/read-customer.ts';
import { DEFINED_TTL } from '../../../src/lab/features/ttl-choice.ts';
import { applyCourseViews, COURSE_FEATURES } from '../../../src/lab/route/course-features.ts';
import type { Workspace } from '../../../src/lab/workspace/workspace.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('the point-in-time explorer', () => {
  let lab: Workspace;
  let notable: Record<string, NotableCustomer>;
  let customer: Customer;

  beforeAll(async () => {
    lab = await openHeadlessLab();
    await lab.api.data.load('streamflow');
    await applyCourseViews(lab.api);
    notable = Object.fromEntries((await findNotableCustomers(lab)).map((one) => [one.peculiarity, one]));
    customer = await readCustomer(lab, notable.corrected!.userId);
  });

  it('finds a customer for each peculiarity of the shipped data', () => {
    expect(Object.keys(notable).sort()).toEqual(['corrected', 'doubled', 'late', 'left']);
  });

  it.for(['lab', 'naive', 'sql-store'] as const)(
    'joins one customer as the whole join of all customers does, in mode %s',
    async (mode) => {
      const entities = (await lab.api.data.entityDf({ asOf: '2023-11-30' })).toRows().slice(0, 40);
      const whole = await lab.engine.features.getHistoricalFeatures({
        entityDf: await entityTable(lab, '2023-11-30'),
        features: COURSE_FEATURES,
        as: mode,
      });
      const rowOf = new Map(Array.from(whole.entityRows, (entityRow, row) => [entityRow, row]));
      for (const [entityRow, { user_id: userId }] of entities.entries()) {
        const { rows } = await joinCustomer(await readCustomer(lab, String(userId)), {
          atMs: day('2023-11-30'),
          mode,
          ttl: DEFINED_TTL,
        });
        const expected = whole.lineage(rowOf.get(entityRow)!);
        expect(rows.at(-1)!.map(({ used, reason }) => [used?.row, reason])).toEqual(
          await Promise.all(
            customer.lanes.map(({ view }) => {
              const { used, reason } = expected.find((one) => one.view === view.name)!;
              return [used?.row, reason];
            }),
          ),
        );
      }
    },
  );

  it('marks a correction that lands later as used, and late', async () => {
    const { atMs } = notable.corrected!;
    const join = await joinCustomer(customer, { atMs, mode: 'lab', ttl: DEFINED_TTL });
    const corrected = join.rows[0]!.filter(({ isLate }) => isLate);
    expect(corrected.length).toBeGreaterThan(0);
    const { view, used } = corrected[0]!;
    const lane = customer.lanes.find((one) => one.view.name === view)!;
    const marks = marksOf(lane, {
      atMs,
      ttlMs: lane.view.ttlMs,
      usedRows: new Set([used!.rowIndex]),
    });
    const mark = marks.find(({ isUsed }) => isUsed)!;
    expect(mark.isLate).toBe(true);
    expect(mark.row.landedMs).toBeGreaterThan(atMs);
    expect(mark.row.revision).toBeGreaterThan(0);
    expect(mark.row.values).toMatchObject(
      Object.fromEntries(corrected[0]!.cells.map(({ feature, value }) => [feature, value])),
    );
  });

  it('takes rows of the future in the naive join, and says so', async () => {
    const { rows } = await joinCustomer(customer, {
      atMs: day('2023-06-15'),
      mode: 'naive',
      ttl: DEFINED_TTL,
    });
    for (const { isLeak, used } of rows[0]!) {
      expect(isLeak).toBe(true);
      expect(used!.ageMs).toBeLessThan(0);
    }
  });

  it('keeps the row of a customer who left as nulls, and loses it on the local store', async () => {
    const { userId, atMs } = notable.left!;
    const left = await readCustomer(lab, userId);
    const kept = await joinCustomer(left, { atMs, mode: 'lab', ttl: DEFINED_TTL });
    expect(kept.rows[0]!.map(({ reason }) => reason)).toContain('expired-by-ttl');
    const lost = await joinCustomer(left, { atMs, mode: 'local-store', ttl: DEFINED_TTL });
    expect(lost.rows).toEqual([]);
    expect(lost.lostTo.length).toBeGreaterThan(0);
    const unlimited = await joinCustomer(left, { atMs, mode: 'local-store', ttl: { all: 0, byView: {} } });
    expect(unlimited.rows.length).toBe(1);
  });

  it('doubles the row of a customer whose row was delivered twice, on the SQL store', async () => {
    const { userId, atMs } = notable.doubled!;
    const doubled = await readCustomer(lab, userId);
    const { rows } = await joinCustomer(doubled, { atMs, mode: 'sql-store', ttl: DEFINED_TTL });
    expect(rows.length).toBe(2);
  });

  it('has no row for a customer nobody knows, and says why', async () => {
    const nobody = await readCustomer(lab, 'nobody');
    const { rows } = await joinCustomer(nobody, { atMs: day('2024-01-31'), mode: 'lab', ttl: DEFINED_TTL });
    expect(rows[0]!.map(({ reason }) => reason)).toEqual(Array(4).fill('key-unknown'));
  });
});

async function entityTable({ engine }: Workspace, asOf: string) {
  return engine.snapshots.entityTable({ asOf });
}
