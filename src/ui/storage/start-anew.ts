import { storageState } from '../../lab/storage/storage-state.ts';
import { rereadAll } from '../../lab/tabs/reread-all.ts';
import { queryClient } from '../workspace-queries.ts';

/** After all of the lab was replaced: what the page has in memory is of before. */
export async function startAnew(): Promise<void> {
  // Without storage the page is all there is: a reload would take the work with it.
  if (storageState.getState().status.kind !== 'memory') return location.reload();
  await rereadAll();
  await queryClient.invalidateQueries();
}
