import type { SourcePlace } from '../../../notebook/document/output.ts';

/** How outputs reach the notebook that they stand in. */
export interface OutputContext {
  /** What a cell is called, for links to places in it. */
  readonly cellLabel: (cellId: string) => string;
  readonly onPlace: (place: SourcePlace) => void;
}
