import type { Workspace } from '../workspace/workspace.ts';

/** The names of the data at hand, for who writes code over them. */
export interface LabNames {
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    /** Instants as the API takes them, newest first. */
    readonly asOf: readonly string[];
  }[];
  /** 'view:feature' */
  readonly features: readonly string[];
  readonly views: readonly string[];
  readonly models: readonly string[];
}

/** Reads what tables, feature views and models there are now. */
export async function readLabNames({ engine }: Pick<Workspace, 'engine'>): Promise<LabNames> {
  const [tables, views, models] = await Promise.all([
    engine.snapshots.listTables(),
    engine.features.listFeatureViews(),
    engine.registry.searchRegisteredModels(),
  ]);
  return {
    tables: tables.map(({ name, columns, asOf }) => ({
      name,
      columns,
      asOf: asOf.toReversed(),
    })),
    features: views.flatMap(({ name, features }) => features.map((feature) => `${name}:${feature.name}`)),
    views: views.map(({ name }) => name),
    models: models.map(({ name }) => name),
  };
}
