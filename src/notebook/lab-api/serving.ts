import type { Fault } from '../../core/serving/faults.ts';
import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import { createFetch } from './fetch.ts';
import type { LabEngine } from './lab-engine.ts';

/** The prediction API for cells: start it, call it by `fetch`, read its log. */
export function createServing(api: LabEngine['api'], log: LabEngine['requestLog']) {
  return {
    api: {
      start: api.start,
      restart: api.restart,
      stop: api.stop,
      status: api.status,
      checkModel: api.checkModel,
      /** The requests answered so far, oldest first. */
      requests: (): Promise<LoggedRequest[]> => log.list(),
    },
    fetch: createFetch(api.handle),
  };
}

/** The faults that a lesson may inject. */
export function createFaultsApi(faults: LabEngine['faults']) {
  return {
    inject: async (fault: Fault): Promise<void> => faults.inject(fault),
    clear: async (): Promise<void> => faults.clear(),
    active: (): readonly Fault[] => faults.active(),
  };
}
