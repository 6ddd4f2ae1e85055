import { beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessLab } from '../../../src/headless/open-lab.ts';
import { findEntities } from '../../../src/lab/serving/find-entities.ts';
import { materializeAll, materializeViews } from '../../../src/lab/serving/materialize.ts';
import { readOnlineStore } from '../../../src/lab/serving/read-online-store.ts';
import { DAY_MS, day, openSmallLab } from './small-lab.ts';

let lab: HeadlessLab;

beforeEach(async () => {
  lab = await openSmallLab();
});

describe('the online store as it is shown', () => {
  it('holds nothing before the first materialization', async () => {
    const { views, snapshots } = await readOnlineStore(lab);
    expect(snapshots).toEqual([day(1, 1), day(1, 31), day(2, 29)]);
    expect(views[0]).toEqual({
      name: 'plans_fv',
      ttlMs: 45 * DAY_MS,
      nRows: 0,
      nTooOld: 0,
      newestEvent: null,
      nNewest: 0,
      oldestEvent: null,
      intervals: [],
    });
  });

  it('tells rows, their ages by the clock, and the windows', async () => {
    await materializeAll(lab);
    const { now, views } = await readOnlineStore(lab);
    expect(now).toBe(day(3, 1));
    expect(views[1]).toEqual({
      name: 'usage_fv',
      ttlMs: 45 * DAY_MS,
      nRows: 3,
      nTooOld: 1,
      newestEvent: day(2, 29),
      nNewest: 2,
      oldestEvent: day(1, 1),
      intervals: [{ start: day(1, 1), end: day(3, 1) }],
    });
    await lab.api.clock.advance({ days: 60 });
    expect((await readOnlineStore(lab)).views[1]?.nTooOld).toBe(3);
  });
});

describe('materializing from the page', () => {
  it('fills one view over a window, then what came since', async () => {
    const window = { kind: 'window', start: day(1, 1), end: day(1, 31), view: 'usage_fv' } as const;
    expect(await materializeViews(lab, window)).toMatchObject([
      { view: 'usage_fv', rowsRead: 3, rowsWritten: 3, isSkipped: false },
    ]);
    const [since] = await materializeViews(lab, { kind: 'incremental', view: 'usage_fv' });
    expect(since).toMatchObject({ rowsWritten: 2, isSkipped: false });
    expect(since?.interval).toEqual({ start: new Date(day(1, 31)), end: new Date(day(3, 1)) });
  });

  it('says where a fault kept a view from being written', async () => {
    lab.engine.faults.inject({ kind: 'skip-materialization', view: 'plans_fv' });
    expect(await materializeViews(lab, { kind: 'incremental', view: null })).toMatchObject([
      { view: 'plans_fv', rowsRead: 0, isSkipped: true },
      { view: 'usage_fv', rowsWritten: 2, isSkipped: false },
    ]);
  });
});

describe('the entities to ask for', () => {
  it('are one of each kind, from what is online', async () => {
    await materializeAll(lab);
    expect(await findEntities(lab, 'user_id')).toEqual({
      ids: ['ann', 'bob', 'cid'],
      complete: 'ann',
      incomplete: 'bob',
      outdated: 'cid',
      unknown: '0000-NOONE',
    });
  });

  it('count a row that a view lacks as missing', async () => {
    await materializeViews(lab, { kind: 'incremental', view: 'usage_fv' });
    expect(await findEntities(lab, 'user_id')).toMatchObject({ complete: null, incomplete: 'ann' });
  });

  it('are none but the unknown one while nothing is online', async () => {
    expect(await findEntities(lab, 'user_id')).toEqual({
      ids: [],
      complete: null,
      incomplete: null,
      outdated: null,
      unknown: '0000-NOONE',
    });
  });
});
