import type { KeyPaths } from '../database.ts';
import type { Cell } from '../table/column.ts';
import type { Outcome } from './answer.ts';

/** One call of /predict as it is kept: what was asked, what was answered, and from what. */
export interface LoggedRequest {
  /** Counts requests from 1, over restarts too. */
  readonly sequence: number;
  /** Simulated instant of the request, UTC milliseconds. */
  readonly at: number;
  /** From the request's arrival to its answer, injected delays included. */
  readonly latencyMs: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly outcome: Outcome;
  /** The entity asked for; null where the request did not name one. */
  readonly entity: string | null;
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  readonly prediction: number | string | null;
  /** The values the model got, or would have got. */
  readonly features: Readonly<Record<string, Cell>>;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly imputed: readonly string[];
  /** Why no prediction was made, including what the answer did not tell. */
  readonly message: string | null;
}

/** Where the log stands: sequences from `first` up to but not including `next` are kept. */
export interface RequestLogHead {
  readonly id: 'head';
  readonly first: number;
  readonly next: number;
}

/** What serving keeps in the database. */
export type ServingCollections = {
  requestLog: LoggedRequest;
  requestLogHead: RequestLogHead;
};

export const servingKeyPaths: KeyPaths<ServingCollections> = { requestLog: 'sequence', requestLogHead: 'id' };
