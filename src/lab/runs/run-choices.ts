import type { Workspace } from '../workspace/workspace.ts';
import type { RunChoices } from './run-draft.ts';

/** The months and features that the lab has now. */
export async function readChoices({ engine }: Workspace): Promise<RunChoices> {
  const [tables, views] = await Promise.all([
    engine.snapshots.listTables(),
    engine.features.listFeatureViews(),
  ]);
  const monthsOf = (name: string): readonly string[] =>
    tables.find((table) => table.name === name)?.asOf ?? [];
  const labelled = new Set(monthsOf('labels'));
  return {
    months: monthsOf('users').filter((month) => labelled.has(month)),
    features: views.flatMap((view) => view.features.map(({ name }) => `${view.name}:${name}`)),
  };
}
