import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installDebian } from './install-debian.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium to test in: the `CHROMIUM` variable, one that is installed, Debian's package where we are
 * root and may install it, else Playwright's own download.
 */
export function findChromium(): string {
  return installedChromium() ?? install();
}

/** The same without installing anything: null where there is none. */
export function installedChromium(): string | null {
  const named = process.env.CHROMIUM;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM is '${named}', where there is no file`);
    return named;
  }
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** What every Chromium of the tests is started with: root has no sandbox, and nothing calls home. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function install(): string {
  if (installDebian(['chromium'])) return '/usr/bin/chromium';
  console.log('no Chromium found: installing Playwright’s');
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  return chromium.executablePath();
}
