import { courseRoute } from '../../src/lab/route/course-route.ts';
import type { CourseState } from '../../src/lab/route/course-state.ts';
import type { LabApi } from '../../src/notebook/lab-api/lab-api.ts';

/** The steps of the route that lead to a started API; the others compare and watch. */
const STEPS = [
  'load',
  'views',
  'join',
  'split',
  'forest',
  'evaluate',
  'run',
  'promote',
  'materialize',
  'predict',
];

/** Trains, registers and serves the course's pipeline of 300 trees on the shipped dataset, in an empty lab. */
export async function serveCourse(lab: LabApi): Promise<void> {
  const state: CourseState = { lab };
  for (const { run } of courseRoute.filter(({ id }) => STEPS.includes(id))) await run(state, () => undefined);
}

/** Milliseconds of each of `nRequests` calls of /predict, one after the other, through the customers in turn. */
export async function timePredictions(lab: LabApi, nRequests: number): Promise<Float64Array> {
  const customers = (await lab.data.entityDf({ asOf: '2024-01-31' })).column('user_id') as string[];
  const times = new Float64Array(nRequests);
  for (let request = 0; request < nRequests; request++) {
    const body = JSON.stringify({ user_id: customers[request % customers.length] });
    const started = performance.now();
    const response = await lab.fetch('/predict', { method: 'POST', body });
    const answer = (await response.json()) as { readonly prediction?: unknown };
    times[request] = performance.now() - started;
    if (answer.prediction === undefined) throw new Error(`no prediction: ${JSON.stringify(answer)}`);
  }
  return times;
}
