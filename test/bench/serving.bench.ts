import { openHeadlessLab } from '../../src/headless/open-lab.ts';
import type { BenchRow } from './bench-row.ts';
import { PREDICTIONS, predictionRows, WARM_UP_PREDICTIONS } from './prediction-rows.ts';
import { serveCourse, timePredictions } from './serve-course.ts';

/** How long /predict takes in Node, from the request's body to the parsed answer. Nothing else is compared. */
export async function benchServing(_python: string | null): Promise<BenchRow[]> {
  const { api: lab } = await openHeadlessLab();
  await serveCourse(lab);
  await timePredictions(lab, WARM_UP_PREDICTIONS);
  return predictionRows('in Node', await timePredictions(lab, PREDICTIONS));
}
