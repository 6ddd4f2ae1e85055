import type { Problem } from '../../core/problem.ts';
import { courseSchema } from '../../core/snapshots/course-schema.ts';
import { ImportError } from '../../core/snapshots/errors.ts';
import type { ImportedMonth } from '../../core/snapshots/import-month.ts';
import type { ImportTableOptions } from '../../core/snapshots/import-table.ts';
import type { ColumnMapping } from '../../core/snapshots/read-month.ts';
import type { OnConflict } from '../../core/snapshots/store-snapshots.ts';
import { type ByteSource, readAllBytes } from '../../core/table/byte-source.ts';
import { readCsv } from '../../core/table/csv/read-csv.ts';
import { readParquet } from '../../core/table/parquet/read-parquet.ts';
import { type TaskOptions, throwIfCancelled } from '../../core/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ColumnChoice, toMapping } from './guess-columns.ts';
import { nextTurn } from './page-turns.ts';

/** A file of a month, and what the student says it is. */
export interface MonthFile {
  readonly file: ByteSource;
  /** The table it holds; null to leave the file out. */
  readonly table: string | null;
  readonly columns: ColumnChoice;
  /** The names of all its columns. */
  readonly columnsInFile: readonly string[];
}

/** Which table of the course a file seems to hold, by its name; null where none. */
export function guessTable(fileName: string): string | null {
  const base = /([^/\\]+)\.[^.]+$/.exec(fileName)?.[1]?.toLowerCase().replaceAll('-', '_') ?? '';
  const names = courseSchema.tables.map(({ name }) => name);
  return names.find((name) => name === base) ?? names.find((name) => base.includes(name)) ?? null;
}

/** A date that a folder or file is named for: 'month_2024-01-31' → '2024-01-31'; null where none. */
export function guessAsOf(name: string): string | null {
  return /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null;
}

/**
 * Imports the files of one month as the student mapped them: whole, or not at all. Throws what `importMonth` throws, its
 * problems named for the student's own files.
 */
export async function importMonthFiles(
  { api }: Workspace,
  files: readonly MonthFile[],
  options: TaskOptions & { readonly asOf: string; readonly onConflict: OnConflict },
): Promise<ImportedMonth> {
  const chosen = files.flatMap(({ file, table, columns, columnsInFile }) =>
    table === null ? [] : [{ file, table, mapping: toMapping(columns, columnsInFile) }],
  );
  const mapping: ColumnMapping = Object.fromEntries(chosen.map((entry) => [entry.table, entry.mapping]));
  // Core tells tables by their files' names; the problems get the student's names back.
  const ownNames = new Map<string, string>();
  const sources = chosen.map(({ file, table }, i): ByteSource => {
    const name = `${i}/${table}.${/\.parquet$/i.test(file.name) ? 'parquet' : 'csv'}`;
    ownNames.set(name, file.name);
    return { name, size: file.size, bytes: () => file.bytes() };
  });
  const named = (problems: readonly Problem[]): Problem[] =>
    problems.map((problem) => {
      const file = ownNames.get(problem.file ?? '');
      return file === undefined ? problem : { ...problem, file };
    });
  try {
    const imported = await api.data.importMonth(sources, { ...options, mapping });
    return { ...imported, problems: named(imported.problems) };
  } catch (error) {
    if (error instanceof ImportError) throw new ImportError(`month ${options.asOf}`, named(error.problems));
    throw error;
  }
}

/** What a table of any schema is stored as. */
export interface AnyTableOptions extends ImportTableOptions, TaskOptions {
  readonly name: string;
}

/** Stores one file as a table of its own schema. An `ImportError` holds all problems of the file. */
export async function importTableFile(
  { api }: Workspace,
  file: ByteSource,
  { name, onProgress, signal, ...meaning }: AnyTableOptions,
): Promise<'stored' | 'unchanged' | 'replaced'> {
  if (/\.parquet$/i.test(file.name)) {
    const table = await readParquet(await readAllBytes(file), { fileName: file.name, signal });
    return api.data.importTable(name, table, meaning);
  }
  const { table, problems } = await readCsv(file, { onProgress, signal });
  if (problems.some(({ severity }) => severity === 'error')) throw new ImportError(`table ${name}`, problems);
  await nextTurn();
  throwIfCancelled(signal, `importing ${name}`);
  return api.data.importTable(name, table, meaning);
}
