import type { Interval } from '../../core/features/collections.ts';
import type { EntityDefinition } from '../../core/features/entity.ts';
import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A feature view as it is applied, with the windows it was materialized over. */
export interface DefinedView {
  readonly definition: FeatureViewDefinition;
  readonly intervals: readonly Interval[];
}

/** Everything the feature store knows by definition. */
export interface FeatureDefinitions {
  readonly entities: readonly EntityDefinition[];
  readonly views: readonly DefinedView[];
}

/** Reads the entities and views, each in order of their names. */
export async function readFeatureDefinitions({
  engine,
}: Pick<Workspace, 'engine'>): Promise<FeatureDefinitions> {
  const { features } = engine;
  const [entities, views] = await Promise.all([features.listEntities(), features.listFeatureViews()]);
  return {
    entities,
    views: await Promise.all(
      views.map(async (view) => ({
        definition: view.toDefinition(),
        intervals: await features.materializationIntervals(view.name),
      })),
    ),
  };
}
