import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebian } from '../install-debian.ts';
import type { Engine } from './engine.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** WebKitGTK's MiniBrowser on a virtual screen, driven over WebDriver. */
export const webkitEngine: Engine = {
  name: 'webkit',
  missing: () => (absent() === null || installDebian(['webkit2gtk-driver', 'xvfb']) ? null : absent()),
  absent,
  open: async (url) => {
    const home = mkdtempSync(join(tmpdir(), 'webkit-'));
    const screen = await startScreen();
    const port = await freePort();
    const driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: home,
        DISPLAY: screen.display,
        // WebKitGTK's own sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      },
    });
    const call = (method: string, path: string, body?: unknown) =>
      request(`http://127.0.0.1:${port}${path}`, { method, body });
    await untilReady(() => call('GET', '/status'));
    const { sessionId } = (await call('POST', '/session', { capabilities: capabilities() })) as {
      sessionId: string;
    };
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: 300_000, pageLoad: 60_000 });
    await call('POST', `${session}/url`, { url });
    return {
      evaluate: async <T>(script: string) =>
        (await call('POST', `${session}/execute/async`, asyncScript(script))) as T,
      reload: async () => void (await call('POST', `${session}/refresh`)),
      goto: async (address) => void (await call('POST', `${session}/url`, { url: address })),
      close: async () => {
        await call('DELETE', session).catch(() => undefined);
        for (const child of [driver, screen.process]) await stop(child);
        rmSync(home, { recursive: true, force: true });
      },
    };
  },
};

function absent(): string | null {
  const isInstalled = existsSync(DRIVER) && existsSync(XVFB) && miniBrowser() !== undefined;
  return isInstalled ? null : 'no WebKitGTK is installed (Debian: webkit2gtk-driver, xvfb)';
}

function miniBrowser(): string | undefined {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec']
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
}

function capabilities(): object {
  return {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    },
  };
}

/** WebDriver's async script gets its callback as the last argument; an error travels as a value. */
function asyncScript(script: string): { script: string; args: [] } {
  return {
    script: `const done = arguments[arguments.length - 1];
      (async () => { ${script} })().then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) }),
      );`,
    args: [],
  };
}

async function request(url: string, { method, body }: { method: string; body: unknown }): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as {
    value: { error?: string; message?: string; value?: unknown };
  };
  if (value?.error !== undefined) throw new Error(`${value.error} ${value.message ?? ''}`);
  return value !== null && 'value' in Object(value) ? value.value : value;
}

async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const child = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(`:${chunk.toString().trim()}`));
    child.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return { display, process: child };
}

async function untilReady(probe: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await probe();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
