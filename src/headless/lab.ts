// `npm run --silent lab -- FILE.js [--data FOLDER --as-of DATE]... [ARG...]`: runs a script as one notebook cell.
import { readFileSync } from 'node:fs';
import { ValueError } from '../core/errors.ts';
import { parseCommandLine } from './command-line.ts';
import { describeError } from './describe-error.ts';
import { openHeadlessLab } from './open-lab.ts';
import { readFolder } from './read-folder.ts';
import { runScript } from './run-script.ts';

let scriptName = '';

// What a script forgot to await fails here.
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);
await main(process.argv.slice(2)).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
  const { file, months, args } = parseCommandLine(argv);
  scriptName = file;
  const source = readScript(file);
  const { api } = await openHeadlessLab();
  for (const { folder, asOf } of months) await api.data.importMonth(readFolder(folder), { asOf });
  if (months.length === 0) await api.data.load('streamflow');
  const readText = (path: string): string => readFileSync(path, 'utf8');
  await runScript({ fileName: file, source }, { ...api, args, readText });
}

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const hint = 'give the path of a JavaScript file, from where the command is run';
    throw Object.assign(new ValueError(`no script '${file}'`, hint), { cause });
  }
}

/** Ends at once, as Node does, even where a timer of the script still waits. */
function fail(error: unknown): never {
  console.error(describeError(error, scriptName));
  process.exit(1);
}
