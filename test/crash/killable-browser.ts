import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';

/** A Chromium that keeps its databases on disk and can be killed with everything it started, as by the system. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL to all its processes; nothing gets to say goodbye. */
  kill(): void;
  /** Ends as a person ends it. */
  close(): Promise<void>;
}

/** Starts a Chromium over a profile folder and opens `url` in it. */
export async function openKillableBrowser(profile: string, url: string): Promise<KillableBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  // A group of its own, so that all of it can be killed at once.
  const process = spawn(findChromium(), [...CHROMIUM_FLAGS, ...flags, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const browser = await connect(process, portFile);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context!.newPage());
  await page.goto(url);
  return {
    page,
    kill: () => killGroup(process),
    async close() {
      await browser.close().catch(() => undefined);
      killGroup(process);
    },
  };
}

async function connect(process: ChildProcess, portFile: string): Promise<Browser> {
  for (let tries = 0; tries < 600; tries++) {
    const [port] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  killGroup(process);
  throw new Error('Chromium did not start');
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
