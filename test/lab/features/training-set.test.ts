import { beforeAll, describe, expect, it } from 'vitest';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { buildTrainingSet, leakingViews, trainingSetCsv } from '../../../src/lab/features/training-set.ts';
import { applyCourseViews, COURSE_FEATURES } from '../../../src/lab/route/course-features.ts';
import type { Workspace } from '../../../src/lab/workspace/workspace.ts';

const SPEC = { asOf: '2024-01-31', features: COURSE_FEATURES, labels: '2024-01-31', mode: 'lab' } as const;

describe('the training-set builder', () => {
  let lab: Workspace;

  beforeAll(async () => {
    lab = await openHeadlessLab();
    await lab.api.data.load('streamflow');
    await applyCourseViews(lab.api);
  });

  it('has a row per customer of the month, the label beside the key, and the balance the data card tells', async () => {
    const { joined, balance, columns } = await buildTrainingSet(lab, SPEC);
    expect(joined.table.nRows).toBe(7043);
    expect(columns.slice(0, 3).map(({ name }) => name)).toEqual([
      'user_id',
      'event_timestamp',
      'churn_label',
    ]);
    const { nPositive, nNegative, nMissing } = balance!;
    expect(nPositive + nNegative + nMissing).toBe(7043);
    expect((nPositive / 7043).toFixed(3)).toBe('0.258');
  });

  it('counts the nulls of customers without internet', async () => {
    const { columns } = await buildTrainingSet(lab, SPEC);
    const nullsOf = (name: string) => columns.find((column) => column.name === name)?.nNulls;
    expect(nullsOf('plan_stream_tv')).toBeGreaterThan(0);
    expect(nullsOf('plan_stream_tv')).toBe(nullsOf('plan_stream_movies'));
    expect(nullsOf('monthly_fee')).toBe(0);
  });

  it('finds the future in the naive join, and labels not settled while the clock stands near the month', async () => {
    const codes = async (mode: 'lab' | 'naive') =>
      (await buildTrainingSet(lab, { ...SPEC, mode })).findings!.map(({ code }) => code);
    expect(await codes('naive')).toContain('value-from-the-future');
    const found = await codes('lab');
    expect(found).not.toContain('value-from-the-future');
    expect(found).toContain('landed-after-instant');
    expect(found).toContain('label-not-settled');
  });

  it('names the views whose values leak into a row', async () => {
    const naive = await buildTrainingSet(lab, { ...SPEC, mode: 'naive' });
    const leaking = Array.from({ length: 7043 }, (_, row) => leakingViews(naive, row).size);
    expect(leaking.filter((size) => size === 4).length).toBe(5916);
    expect(leaking.filter((size) => size === 0).length).toBe(7043 - 5916);
    expect(leakingViews(await buildTrainingSet(lab, SPEC), 0).size).toBe(0);
  });

  it('builds without labels, and then looks for no leak', async () => {
    const { balance, findings, columns } = await buildTrainingSet(lab, { ...SPEC, labels: null });
    expect([balance, findings]).toEqual([null, null]);
    expect(columns.map(({ name }) => name)).not.toContain('churn_label');
  });

  it('leaves the label of customers without one empty', async () => {
    const { balance } = await buildTrainingSet(lab, { ...SPEC, labels: '2023-03-31' });
    expect(balance!.nMissing).toBeGreaterThan(0);
  });

  it('exports a header and a line per row', async () => {
    const lines = trainingSetCsv(await buildTrainingSet(lab, SPEC))
      .join('')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBe(7044);
    expect(lines[0]).toContain('user_id,event_timestamp,churn_label,');
  });
});
