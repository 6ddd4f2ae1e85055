// `npm run --silent lab -- FILE.js [--data FOLDER --as-of DATE]... [ARG...]`: runs a script as one notebook cell.
import { readFileSync } from 'node:fs';
import { LabError } from '../core/errors.ts';
import { parseCommandLine } from './command-line.ts';
import { openHeadlessLab } from './open-lab.ts';
import { readFolder } from './read-folder.ts';
import { runScript } from './run-script.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

async function main(argv: readonly string[]): Promise<void> {
  const { file, months, args } = parseCommandLine(argv);
  const source = readFileSync(file, 'utf8');
  const { api } = await openHeadlessLab();
  for (const { folder, asOf } of months) await api.data.importMonth(readFolder(folder), { asOf });
  if (months.length === 0) await api.data.load('streamflow');
  const readText = (path: string): string => readFileSync(path, 'utf8');
  await runScript({ fileName: file, source }, { ...api, args, readText });
}

/** Name, message and hint; where in the script an error was thrown, for those that are not the lab's own. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `uncaught: ${String(error)}`;
  const { name, message, stack } = error;
  if (error instanceof LabError) return `${name}: ${message}\nhint: ${error.hint}`;
  return stack ?? `${name}: ${message}`;
}
