// `npm run --silent lab -- FILE [--data FOLDER --as-of DATE]... [--out FILE] [ARG...]`: runs a script or a notebook.
import { readFileSync } from 'node:fs';
import type { ErrorOutput, SourcePlace } from '../notebook/document/output.ts';
import { outputText } from '../notebook/document/output-text.ts';
import type { Kernel } from '../notebook/kernel/kernel.ts';
import { runNotebook } from '../notebook/kernel/run-notebook.ts';
import { type CommandLine, isNotebookFile, parseCommandLine } from './command-line.ts';
import { describeError, describeFailure, placeInFile } from './describe-error.ts';
import { readNotebook, readSource, writeNotebook } from './notebook-file.ts';
import { openHeadlessKernel } from './open-kernel.ts';
import { readFolder } from './read-folder.ts';
import { runScript } from './run-script.ts';
import { createWarn } from './warn.ts';

// What a script forgot to await, or threw in a timer, fails here.
let onStray = fail;
process.on('unhandledRejection', (error) => onStray(error));
process.on('uncaughtException', (error) => onStray(error));
await main(parseCommandLine(process.argv.slice(2))).catch(fail);

async function main(line: CommandLine): Promise<void> {
  const run = isNotebookFile(line.file) ? notebookRun(line) : scriptRun(line);
  const readText = (path: string): string => readFileSync(path, 'utf8');
  const { api, kernel } = await openHeadlessKernel({
    names: { args: line.args, readText, ...run.names },
    showsResult: run.showsResult,
  });
  for (const { folder, asOf } of line.months) await api.data.importMonth(readFolder(folder), { asOf });
  if (line.months.length === 0) await api.data.load('streamflow');
  onStray = (error) => kernel.reportStray(error);
  await run.start(kernel);
}

/** A file to run, read before the lab is opened: a name that is wrong is told at once. */
interface FileRun {
  readonly names: Readonly<Record<string, unknown>>;
  readonly showsResult: boolean;
  start(kernel: Kernel): Promise<void>;
}

/** A script is one cell, prints by Node's own console, and shows nothing but what it prints. */
function scriptRun({ file }: CommandLine): FileRun {
  const source = readSource(file);
  return {
    names: { console },
    showsResult: false,
    start: (kernel) =>
      runScript(kernel, source, {
        onText: (text) => console.log(text),
        onWarning: createWarn(),
        // Ends at once, as Node does, even where a timer of the script still waits.
        onError: (error) => exit(describeError(error, (place) => placeInFile(file, place))),
      }),
  };
}

/** A notebook is run cell by cell, to the end or to the first error; what the cells show is printed. */
function notebookRun({ file, out }: CommandLine): FileRun {
  const notebook = readNotebook(file);
  const codeCells = notebook.cells.filter(({ kind }) => kind === 'code');
  const describePlace = ({ cellId, line }: SourcePlace): string =>
    `${file}, cell ${codeCells.findIndex(({ id }) => id === cellId) + 1}, line ${line}`;
  return {
    names: {},
    showsResult: true,
    async start(kernel) {
      const errors: ErrorOutput[] = [];
      const { notebook: done, isComplete } = await runNotebook(kernel, notebook, {
        now: () => Date.now(),
        timer: () => performance.now(),
        onOutput(output) {
          const isAside = output.kind === 'text' && (output.level === 'warn' || output.level === 'error');
          if (output.kind === 'error') errors.push(output);
          else if (isAside) console.error(output.text);
          else console.log(outputText(output));
        },
      });
      if (out !== null) writeNotebook(out, done);
      if (!isComplete || errors.length > 0)
        exit(errors.map((error) => describeError(error, describePlace)).join('\n'));
    },
  };
}

function fail(error: unknown): void {
  exit(describeFailure(error));
}

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
