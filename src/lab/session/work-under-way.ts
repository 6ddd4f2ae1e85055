import { createStore } from 'zustand/vanilla';
import { noteUnderWay } from '../storage/nothing-under-way.ts';

/** How many pieces of work would be lost if the page were loaded anew now: trainings, imports, cells that run. */
export const workUnderWay = createStore(() => ({ count: 0 }));

/** Counts `work` among what is under way until it ends, well or not. */
export async function whileUnderWay<T>(work: () => Promise<T>): Promise<T> {
  change(1);
  const end = noteUnderWay();
  try {
    return await work();
  } finally {
    end();
    change(-1);
  }
}

function change(by: number): void {
  workUnderWay.setState(({ count }) => ({ count: count + by }));
}
