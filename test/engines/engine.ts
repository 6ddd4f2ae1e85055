/** A real browser showing one page, driven from a test. */
export interface EnginePage {
  /** Runs a script (a function body that returns a JSON value) in the page. */
  evaluate<T>(script: string): Promise<T>;
  /** Loads the page anew, as F5 does. */
  reload(): Promise<void>;
  /** Shows another page, or the same one anew. */
  goto(url: string): Promise<void>;
  close(): Promise<void>;
}

/** One of the browser engines that the lab must behave the same in. */
export interface Engine {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  /** Why the engine cannot be driven on this machine, or null where it can; installs it where that is possible. */
  missing(): string | null;
  /** The same, and installs nothing. */
  absent(): string | null;
  open(url: string): Promise<EnginePage>;
}

/** Evaluates `script` until it returns something other than null; an error after `timeoutMs`. */
export async function waitFor<T>(page: EnginePage, script: string, timeoutMs: number): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await page.evaluate<T | null>(script);
    if (value !== null) return value;
    if (Date.now() > deadline) throw new Error(`still null after ${timeoutMs} ms: ${script}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
