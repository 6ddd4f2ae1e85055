import type { MaterializedView } from '../../core/features/materialize.ts';
import { skipsMaterialization } from '../../core/serving/faulty-materialization.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How to fill the online store: over a window, or from where each view was left up to the clock. */
export type MaterializationRequest =
  | { readonly kind: 'window'; readonly start: number; readonly end: number; readonly view: string | null }
  | { readonly kind: 'incremental'; readonly view: string | null };

/** What a materialization did for one view, and whether a fault kept it from doing anything. */
export interface MaterializationOutcome extends MaterializedView {
  readonly isSkipped: boolean;
}

/** Materializes one view, or all that are online, with the faults in force. */
export async function materializeViews(
  { engine }: Pick<Workspace, 'engine'>,
  request: MaterializationRequest,
): Promise<readonly MaterializationOutcome[]> {
  const { materialization, time, faults } = engine;
  const options = request.view === null ? {} : { featureViews: [request.view] };
  const views =
    request.kind === 'window'
      ? await materialization.materialize(request.start, request.end, options)
      : await materialization.materializeIncremental(time.clock.now(), options);
  return views.map((done) => ({ ...done, isSkipped: skipsMaterialization(faults.active(), done.view) }));
}

/** Fills the online store from the first snapshot up to the clock. */
export async function materializeAll(workspace: Pick<Workspace, 'engine'>) {
  const start = await firstInstant(workspace);
  return materializeViews(workspace, {
    kind: 'window',
    start,
    end: workspace.engine.time.clock.now(),
    view: null,
  });
}

/** The first instant that the lab has data of; the clock's where it has none. */
async function firstInstant({ engine }: Pick<Workspace, 'engine'>): Promise<number> {
  const tables = await engine.snapshots.listTables();
  const instants = tables.flatMap(({ asOf }) => asOf.map((day) => Date.parse(day)));
  return Math.min(engine.time.clock.now(), ...instants);
}
