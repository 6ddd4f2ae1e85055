import { describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { createReplayLabs } from '../../../src/lab/review/replay-workspace.ts';
import { readDatasetDigest } from '../../../src/lab/workspace/dataset-digest.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

/** A teacher's free lab with one month of their own, and the labs that replays are given beside it. */
async function teacher() {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const freeLab = await openHeadlessLab(database);
  await importMonth(freeLab, '2024-01-31');
  const labs = createReplayLabs({ openLab: openHeadlessLab, loadFreeLab: async () => database });
  return { freeLab, labs };
}

const importMonth = ({ api }: Awaited<ReturnType<typeof openHeadlessLab>>, asOf: string) =>
  api.data.importTable('hours', [{ user_id: 'a', as_of: `${asOf}T00:00:00Z`, hours: 3 }], {
    ...{ timestampField: 'as_of', joinKeys: ['user_id'] },
  });

describe('a lab for a replay', () => {
  it('holds the months of the free lab where the hand-in came of a link about them', async () => {
    const { freeLab, labs } = await teacher();
    const lab = await labs('streamflow').renew('free-lab-data');
    expect(await readDatasetDigest(lab)).not.toBeNull();
    expect(await readDatasetDigest(lab)).toBe(await readDatasetDigest(freeLab));
  });

  it('keeps what a student’s code does from the free lab and from the next replay', async () => {
    const { freeLab, labs } = await teacher();
    const before = await readDatasetDigest(freeLab);
    await importMonth(await labs(null).renew('free-lab-data'), '2024-02-29');
    expect(await readDatasetDigest(freeLab)).toBe(before);
    expect(await readDatasetDigest(await labs(null).renew('free-lab-data'))).toBe(before);
  });

  it('is empty for a lesson without data, and the same one until it is renewed', async () => {
    const { labs } = await teacher();
    const workspace = labs(null);
    const lab = await workspace.load();
    expect(await readDatasetDigest(lab)).toBeNull();
    expect(await workspace.load()).toBe(lab);
    expect(await workspace.renew()).not.toBe(lab);
  });
});
