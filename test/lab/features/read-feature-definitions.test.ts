import { describe, expect, it } from 'vitest';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { readFeatureDefinitions } from '../../../src/lab/features/read-feature-definitions.ts';
import { applyCourseViews } from '../../../src/lab/route/course-features.ts';

describe('the definitions of the feature store', () => {
  it('are none in an empty lab, and the course’s once they are applied', async () => {
    const lab = await openHeadlessLab();
    expect(await readFeatureDefinitions(lab)).toEqual({ entities: [], views: [] });
    await applyCourseViews(lab.api);
    const { entities, views } = await readFeatureDefinitions(lab);
    expect(entities.map(({ name }) => name)).toEqual(['user']);
    expect(views.map(({ definition, intervals }) => [definition.name, intervals])).toEqual([
      ['payments_agg_90d_fv', []],
      ['subs_profile_fv', []],
      ['support_agg_90d_fv', []],
      ['usage_agg_30d_fv', []],
    ]);
  });

  it('tell the windows that a view was materialized over', async () => {
    const lab = await openHeadlessLab();
    await lab.api.data.load('streamflow');
    await applyCourseViews(lab.api);
    await lab.api.store.materialize('2023-01-01T00:00:00Z', '2024-01-31T00:00:00Z');
    const { views } = await readFeatureDefinitions(lab);
    expect(views[0]?.intervals).toEqual([[Date.UTC(2023, 0, 1), Date.UTC(2024, 0, 31)]]);
  });
});
