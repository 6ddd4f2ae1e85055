import vm from 'node:vm';

/** A script to run as one notebook cell. */
export interface Script {
  /** Shown in the stack of an error. */
  readonly fileName: string;
  readonly source: string;
}

/**
 * Runs `source` as one cell: top-level `await`, strict mode, and the names of `scope` in reach. Resolves when the
 * script has ended; rejects with what it threw. Lines and columns in errors are those of the file.
 */
export async function runScript(
  { fileName, source }: Script,
  scope: Readonly<Record<string, unknown>>,
): Promise<void> {
  // All on the first line, so that the file's own lines keep their numbers. The inner function gives the script a
  // scope of its own: it may declare names that the lab has too.
  const names = Object.keys(scope).join(', ');
  const opening = `'use strict'; (({ ${names} }) => (async () => { `;
  const program = `${opening}${source}\n})())`;
  const cell = new vm.Script(program, {
    filename: fileName,
    columnOffset: -opening.length,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as (scope: Readonly<Record<string, unknown>>) => Promise<void>;
  await cell(scope);
}
