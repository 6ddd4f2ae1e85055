import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a run of the headless lab ended. */
export interface LabRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run --silent lab -- WORDS`, as a student types it in the project's folder. */
export function runLab(...words: readonly string[]): Promise<LabRun> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'lab', '--', ...words], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Runs a script that is given as text; its path stands for `cell.js` in what it printed. */
export async function runLabScript(source: string, ...words: readonly string[]): Promise<LabRun> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  const path = join(folder, 'cell.js');
  try {
    await writeFile(path, source);
    const run = await runLab(path, ...words);
    return { ...run, stderr: run.stderr.replaceAll(path, 'cell.js') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
