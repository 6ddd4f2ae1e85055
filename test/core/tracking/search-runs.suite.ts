import { describe, expect, it } from 'vitest';
import type { SearchRunsOptions } from '../../../src/core/tracking/search-runs.ts';
import { type CreateDatabase, createTrackingWorld } from './world.ts';

export function describeSearchRuns(createDatabase: CreateDatabase): void {
  async function threeRuns() {
    const { tracking, clock } = await createTrackingWorld(createDatabase);
    const runs = [
      { name: 'tree', metrics: { auc: 0.7 }, params: { depth: 5, 'max features': 'sqrt' } },
      { name: 'forest', metrics: { auc: 0.8, 'f 1': 0.5 }, params: { depth: 12, 'max features': 'Sqrt' } },
      { name: 'broken', metrics: { auc: Number.NaN }, params: { 'max features': 'log2' } },
      { name: 'idle', metrics: {}, params: {} },
    ];
    for (const { name, metrics, params } of runs) {
      clock.ms += 1000;
      await tracking.withRun({ runName: name, tags: { 'a b': name.slice(0, 1) } }, async () => {
        await tracking.logMetrics(metrics);
        await tracking.logParams(params);
      });
    }
    const search = async (options: SearchRunsOptions) =>
      (await tracking.searchRuns(options)).map(({ info }) => info.runName);
    return { tracking, search };
  }

  it('gives the newest runs first', async () => {
    const { search } = await threeRuns();
    expect(await search({})).toEqual(['idle', 'broken', 'forest', 'tree']);
    expect(await search({ maxResults: 2 })).toEqual(['idle', 'broken']);
  });

  it.each([
    ['metrics.auc > 0.7', ['forest']],
    ["metrics.auc >= 0.7 and params.depth = '5'", ['tree']],
    ["params.`max features` LIKE 's%'", ['tree']],
    ['params."max features" ILIKE \'s%\'', ['forest', 'tree']],
    ["tags.`a b` != 't' AND metrics.`f 1` = 0.5", ['forest']],
    ["attributes.run_name LIKE '%re%'", ['forest', 'tree']],
    ["status = 'FINISHED' and start_time < 3000", ['tree']],
    ["params.depth != '5'", ['forest']],
    ['metrics.auc < 0.1', ['broken']],
  ])('finds by %s', async (filterString, names) => {
    const { search } = await threeRuns();
    expect(await search({ filterString })).toEqual(names);
  });

  it.each([
    [['metrics.auc DESC'], ['forest', 'tree', 'broken', 'idle']],
    [['metrics.auc'], ['tree', 'forest', 'broken', 'idle']],
    [['params.depth'], ['forest', 'tree', 'idle', 'broken']],
    [
      ['attributes.status', 'run_name DESC'],
      ['tree', 'idle', 'forest', 'broken'],
    ],
    [['start_time ASC'], ['tree', 'forest', 'broken', 'idle']],
  ])('orders by %s, NaN after numbers and missing values last', async (orderBy, names) => {
    const { search } = await threeRuns();
    expect(await search({ orderBy })).toEqual(names);
  });

  it('finds deleted runs only when asked', async () => {
    const { tracking, search } = await threeRuns();
    const [newest] = await tracking.searchRuns({ maxResults: 1 });
    await tracking.client.deleteRun(newest!.info.runId);
    expect(await search({})).not.toContain('idle');
    expect(await search({ runViewType: 'DELETED_ONLY' })).toEqual(['idle']);
    expect(await search({ runViewType: 'ALL' })).toHaveLength(4);
  });

  it('searches the named experiments, passing over unknown names, else the active one', async () => {
    const { tracking, search } = await threeRuns();
    await tracking.setExperiment('empty');
    expect(await search({})).toEqual([]);
    expect(await search({ experimentNames: ['Default', 'no such'] })).toHaveLength(4);
    expect(await search({ experimentNames: [] })).toEqual([]);
  });

  describe('refuses', () => {
    it.each([
      ["metrics.auc > '0.5'", 'without quotes'],
      ['params.depth = 5', 'single quotes'],
      ["params.depth > '5'", 'use one of'],
      ['auc > 0.5', 'need their prefix'],
      ["foo.bar = 'a'", 'metrics, params'],
      ['metrics.auc > 0.5 OR metrics.auc < 0.1', 'AND'],
      ['metrics.auc >', 'AND'],
      ['metrics.auc == 0.5', 'use one of'],
      ["tags.a IN ('x')", 'run_id'],
      ['metrics.auc > 0.5 ;', 'AND'],
      ["run_id IN ('a'", 'AND'],
    ])('the filter %s with a hint', async (filterString, hint) => {
      const { search } = await threeRuns();
      await expect(search({ filterString })).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
        hint: expect.stringContaining(hint),
      });
    });

    it.each([['metrics.auc sideways'], ['nothing'], ['DESC metrics.auc down']])(
      'the order %s',
      async (clause) => {
        const { search } = await threeRuns();
        await expect(search({ orderBy: [clause] })).rejects.toMatchObject({
          errorCode: 'INVALID_PARAMETER_VALUE',
        });
      },
    );

    it.each([
      [{ experimentNames: 'trees' }, "experimentNames is 'trees'"],
      [{ experimentIds: 1 }, 'experimentIds is 1'],
      [{ orderBy: 'metrics.auc' }, "orderBy is 'metrics.auc'"],
      [{ filterString: 5 }, 'invalid filter 5: it is no text'],
      [{ runViewType: 'constructor' }, "invalid runViewType: 'constructor'"],
    ])('%j', async (options, message) => {
      const { tracking } = await createTrackingWorld(createDatabase);
      await expect(tracking.client.searchRuns(options as never)).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
        message,
      });
    });

    it('a view type that is none', async () => {
      const { search } = await threeRuns();
      await expect(search({ runViewType: 'SOME' as 'ALL' })).rejects.toMatchObject({
        hint: 'use one of ACTIVE_ONLY, DELETED_ONLY, ALL',
      });
    });

    it.each([0, -1, 1.5])('maxResults of %s', async (maxResults) => {
      const { search } = await threeRuns();
      await expect(search({ maxResults })).rejects.toMatchObject({ errorCode: 'INVALID_PARAMETER_VALUE' });
    });
  });
}
