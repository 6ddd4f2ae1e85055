import { describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { copyFreeLabData } from '../../../src/lab/course/copy-free-lab-data.ts';
import { readDatasetDigest } from '../../../src/lab/workspace/dataset-digest.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

const empty = () => createMemoryDatabase<LabCollections>(labKeyPaths);

describe('the data of the free lab', () => {
  it('is in the lesson’s lab as it was, and nothing else of the free lab is', async () => {
    const [from, to] = [empty(), empty()];
    const free = await openHeadlessLab(from);
    const rows = [{ user_id: 'a', as_of: '2024-01-31T00:00:00Z', hours: 3 }];
    await free.api.data.importTable('hours', rows, { timestampField: 'as_of', joinKeys: ['user_id'] });
    await free.api.clock.set('2024-05-01');
    await copyFreeLabData(from, to);
    const lesson = await openHeadlessLab(to);
    expect(await readDatasetDigest(lesson)).toBe(await readDatasetDigest(free));
    expect(await readDatasetDigest(lesson)).not.toBeNull();
    expect(await to.read(['settings'], (transaction) => transaction.getAll('settings'))).toEqual([]);
  });
});
