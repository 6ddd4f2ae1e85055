// `npm run --silent lab -- FILE.js [--data FOLDER --as-of DATE]... [ARG...]`: runs a script as one notebook cell.
import { readFileSync } from 'node:fs';
import { ValueError } from '../core/errors.ts';
import { parseCommandLine } from './command-line.ts';
import { describeError, describeFailure } from './describe-error.ts';
import { openHeadlessKernel } from './open-kernel.ts';
import { readFolder } from './read-folder.ts';
import { runScript } from './run-script.ts';
import { createWarn } from './warn.ts';

// What a script forgot to await, or threw in a timer, fails here.
let onStray = fail;
process.on('unhandledRejection', (error) => onStray(error));
process.on('uncaughtException', (error) => onStray(error));
await main(process.argv.slice(2)).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
  const { file, months, args } = parseCommandLine(argv);
  const source = readScript(file);
  const readText = (path: string): string => readFileSync(path, 'utf8');
  const names = { args, readText, console };
  const { api, kernel } = await openHeadlessKernel({ names, showsResult: false });
  for (const { folder, asOf } of months) await api.data.importMonth(readFolder(folder), { asOf });
  if (months.length === 0) await api.data.load('streamflow');
  onStray = (error) => kernel.reportStray(error);
  await runScript(kernel, source, {
    onText: (text) => console.log(text),
    onWarning: createWarn(),
    // Ends at once, as Node does, even where a timer of the script still waits.
    onError: (error) => exit(describeError(error, () => file)),
  });
}

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const hint = 'give the path of a JavaScript file, from where the command is run';
    throw Object.assign(new ValueError(`no script '${file}'`, hint), { cause });
  }
}

function fail(error: unknown): void {
  exit(describeFailure(error));
}

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
