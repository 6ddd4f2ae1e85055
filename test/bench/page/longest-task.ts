/** How long the page could not react. */
export interface LongestTask {
  /** The longest task of 50 ms or more, which is all that browsers report; 0 where there was none. */
  readonly reportedMs: number;
  /** The longest that a timer came late: tasks of any length, and whatever else kept the processor from the page. */
  readonly lateMs: number;
}

const TIMER_MS = 5;

/** Watches the page's thread while `run` is under way. */
export async function longestTask(run: () => Promise<unknown>): Promise<LongestTask> {
  // What was done before ends with the task that did it.
  await pause(0);
  let reportedMs = 0;
  let lateMs = 0;
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) reportedMs = Math.max(reportedMs, duration);
  });
  observer.observe({ type: 'longtask' });
  let due = performance.now() + TIMER_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    lateMs = Math.max(lateMs, now - due);
    due = now + TIMER_MS;
  }, TIMER_MS);
  await run();
  // Entries are handed over some time after their task has ended.
  await pause(200);
  clearInterval(timer);
  observer.disconnect();
  return { reportedMs, lateMs };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
