import { LabError, quote, suggest, ValueError } from '../errors.ts';
import { ownMember } from '../own-member.ts';
import type { Problem } from '../problem.ts';
import { type ByteSource, readAllBytes } from '../table/byte-source.ts';
import type { Dtype } from '../table/column.ts';
import { readCsv } from '../table/csv/read-csv.ts';
import { readParquet } from '../table/parquet/read-parquet.ts';
import { drop, rename } from '../table/select.ts';
import type { Table } from '../table/table.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import { checkSameKeys, type FileTable } from './check-same-keys.ts';
import { checkTable } from './check-table.ts';
import { conformTable } from './conform-table.ts';
import type { MonthSchema, TableSchema } from './table-schema.ts';

/** Per table of the month: the column's name in the file → the name in the schema, or null to leave it out. */
export type ColumnMapping = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** Options of `readMonth`. */
export interface ReadMonthOptions extends TaskOptions {
  readonly schema: MonthSchema;
  readonly mapping?: ColumnMapping;
}

/**
 * Reads the files of one month, CSV or Parquet, each named for its table (folders do not matter), and checks
 * them against the schema. All findings come back at once; the tables are complete only when none of them is
 * an error.
 */
export async function readMonth(
  files: readonly ByteSource[],
  options: ReadMonthOptions,
): Promise<{ readonly tables: readonly FileTable[]; readonly problems: readonly Problem[] }> {
  const { schema } = options;
  requireKnownTables(options.mapping ?? {}, schema);
  const { chosen, problems } = chooseFiles(files, schema);
  const tables: FileTable[] = [];
  const total = sumOfSizes([...chosen.values()]);
  let done = 0;
  for (const [tableSchema, file] of chosen) {
    const report = (nBytes: number): void =>
      options.onProgress?.({ done: done + nBytes, total, unit: 'bytes', label: tableSchema.name });
    const read = await readTableFile(file, { ...options, table: tableSchema, report });
    done += file.size ?? 0;
    report(0);
    problems.push(...read.problems);
    if (read.table !== null) tables.push({ file: file.name, schema: tableSchema, table: read.table });
  }
  if (!problems.some(({ severity }) => severity === 'error')) problems.push(...checkSameKeys(tables));
  return { tables, problems };
}

function requireKnownTables(mapping: ColumnMapping, { tables }: MonthSchema): void {
  const names = tables.map(({ name }) => name);
  const unknown = Object.keys(mapping).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new ValueError(
    `mapping is given for ${quote(unknown)}, no table of the month`,
    suggest(unknown, names),
  );
}

function chooseFiles(
  files: readonly ByteSource[],
  schema: MonthSchema,
): { chosen: ReadonlyMap<TableSchema, ByteSource>; problems: Problem[] } {
  const chosen = new Map<TableSchema, ByteSource>();
  const problems: Problem[] = [];
  const names = schema.tables.map(({ name }) => name);
  for (const file of files) {
    const [, base, extension] = /([^/\\]+?)\.(csv|parquet)$/i.exec(file.name) ?? [];
    const table = schema.tables.find(({ name }) => name === base?.toLowerCase());
    if (table === undefined || extension === undefined) {
      const hint = `files are named for their tables, as users.csv; ${suggest(base ?? file.name, names)}`;
      problems.push({
        severity: 'warning',
        code: 'unknown-file',
        message: `${quote(file.name)} is no table of the month`,
        hint,
        file: file.name,
      });
      continue;
    }
    const other = chosen.get(table);
    if (other !== undefined) {
      const message = `${quote(other.name)} and ${quote(file.name)} are both ${table.name}`;
      const hint = 'choose the files of one month only';
      problems.push({ severity: 'error', code: 'duplicate-table', message, hint, file: file.name });
    }
    chosen.set(table, file);
  }
  for (const { name, isOptional } of schema.tables) {
    if ([...chosen.keys()].some((table) => table.name === name)) continue;
    problems.push({
      severity: isOptional ? 'warning' : 'error',
      code: 'missing-table',
      message: `there is no file for ${name}`,
      hint: `add ${name}.csv or ${name}.parquet`,
    });
  }
  const inOrder = schema.tables.flatMap((table) => {
    const file = chosen.get(table);
    return file === undefined ? [] : [[table, file] as const];
  });
  return { chosen: new Map(inOrder), problems };
}

async function readTableFile(
  file: ByteSource,
  options: ReadMonthOptions & { readonly table: TableSchema; readonly report: (nBytes: number) => void },
): Promise<{ readonly table: Table | null; readonly problems: readonly Problem[] }> {
  const { schema: month, table: schema, signal } = options;
  const mapping = ownMember(options.mapping ?? {}, schema.name) ?? {};
  throwIfCancelled(signal, `reading ${file.name}`);
  let read: { table: Table; problems: readonly Problem[] };
  if (/\.parquet$/i.test(file.name)) {
    try {
      const table = await readParquet(await readAllBytes(file), { fileName: file.name, signal });
      read = { table, problems: [] };
    } catch (error) {
      if (!(error instanceof LabError) || error.name === 'AbortError') throw error;
      const { message, hint } = error;
      return {
        table: null,
        problems: [{ severity: 'error', code: 'unreadable-file', message, hint, file: file.name }],
      };
    }
  } else {
    const dtypes = dtypesInFile(month, schema, mapping);
    read = await readCsv(file, { dtypes, signal, onProgress: ({ done }) => options.report(done) });
    if (read.table.columns.size === 0) return { table: null, problems: read.problems };
  }
  const conformed = conformTable(applyMapping(read.table, mapping), { month, table: schema }, file.name);
  const empty = conformed.table?.nRows === 0 ? [noRows(schema, file.name)] : [];
  const isSound = [...read.problems, ...conformed.problems, ...empty].every(
    ({ severity }) => severity !== 'error',
  );
  const findings = isSound && conformed.table !== null ? checkTable(conformed.table, schema, file.name) : [];
  return {
    table: conformed.table,
    problems: [...read.problems, ...conformed.problems, ...empty, ...findings],
  };
}

function noRows({ name, isOptional }: TableSchema, file: string): Problem {
  return {
    severity: 'error',
    code: 'no-rows',
    message: `${name} has a header and no rows`,
    hint: isOptional ? 'leave the file out until there is something in it' : 'export the table again',
    file,
  };
}

function applyMapping(table: Table, mapping: ColumnMapping[string]): Table {
  const named = Object.entries(mapping);
  const leftOut = named.flatMap(([name, to]) => (to === null ? [name] : []));
  const renamed = named.flatMap(([name, to]) => (to === null ? [] : [[name, to] as const]));
  return rename(drop(table, leftOut), Object.fromEntries(renamed));
}

function dtypesInFile(
  month: MonthSchema,
  table: TableSchema,
  mapping: ColumnMapping[string],
): Record<string, Dtype> {
  const named = Object.entries(mapping);
  const nameInFile = (name: string): string => named.find(([, to]) => to === name)?.[0] ?? name;
  return Object.fromEntries([
    ...table.columns.map(({ name, dtype }) => [nameInFile(name), dtype] as const),
    [nameInFile(month.timestampField), 'timestamp'],
    [nameInFile(month.createdTimestampColumn), 'timestamp'],
  ]);
}

function sumOfSizes(files: readonly ByteSource[]): number | null {
  return files.reduce<number | null>(
    (sum, { size }) => (sum === null || size === null ? null : sum + size),
    0,
  );
}
