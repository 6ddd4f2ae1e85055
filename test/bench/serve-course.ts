import { courseRoute } from '../../src/lab/route/course-route.ts';
import type { CourseState } from '../../src/lab/route/course-state.ts';
import type { LabApi } from '../../src/notebook/lab-api/lab-api.ts';

/** From an empty lab to the course's training set on the shipped dataset, split. */
export async function splitCourse(lab: LabApi): Promise<CourseState> {
  const state: CourseState = { lab };
  await runSteps(state, ['load', 'views', 'join', 'split']);
  return state;
}

/** From an empty lab to the API that serves the course's pipeline. */
export async function serveCourse(lab: LabApi): Promise<void> {
  const state = await splitCourse(lab);
  await runSteps(state, ['forest', 'evaluate', 'run', 'promote', 'materialize', 'predict']);
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

/** Runs the named steps of the page's own route. */
async function runSteps(state: CourseState, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const step = courseRoute.find((candidate) => candidate.id === id);
    if (step === undefined) throw new Error(`the route has no step '${id}'`);
    await step.run(state, () => undefined);
  }
}
