import { digestOf } from '../../core/digest.ts';
import type { Run } from '../../core/tracking/run.ts';

/** How many colours tell runs apart in pictures. */
export const N_RUN_COLOURS = 6;

/** Tag of the colour that a run has in every picture, so that runs made one after the other differ. */
export const COLOUR_TAG = 'chart.colour';

/** The number of a run's colour, from 1: its tag's, or for a run that a cell made one drawn from its id. */
export function colourOf({ info, data }: Run): number {
  const tagged = Number(data.tags[COLOUR_TAG]);
  const drawn = Number.parseInt(digestOf(info.runId).slice(0, 6), 16);
  return ((Number.isInteger(tagged) ? tagged : drawn) % N_RUN_COLOURS) + 1;
}
