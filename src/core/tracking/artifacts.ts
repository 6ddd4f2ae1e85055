import type { WriteTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import { cellAt } from '../table/column.ts';
import type { Table } from '../table/table.ts';
import { byteLengthOf } from './byte-length.ts';
import type { ArtifactContent, ArtifactRecord, TrackingCollections } from './collections.ts';
import type { TrackingContext } from './context.ts';
import { doesNotExist, invalidParameter } from './mlflow-exception.ts';
import { openRun, RUN_COLLECTIONS, type RunTarget, requireRun, validateRunId } from './runs.ts';
import { namesAnotherPath } from './validate-entry.ts';

/** One entry of a folder of artifacts. Folders have no size. */
export interface FileInfo {
  readonly path: string;
  readonly isDir: boolean;
  readonly fileSize: number | null;
}

/** A table as `logTable` writes it: pandas' "split" form. */
export interface SplitTable {
  readonly columns: readonly string[];
  readonly data: readonly (readonly unknown[])[];
}

/** The collections that a file's entry and content are in. */
export const ARTIFACT_COLLECTIONS = ['artifacts', 'artifactContents'] as const;

/** A transaction that may write artifacts. */
export type ArtifactTransaction = WriteTransaction<
  TrackingCollections,
  (typeof ARTIFACT_COLLECTIONS)[number]
>;

/** Writing and reading a run's artifacts (T22). A file of the same path is replaced. */
export function artifactOperations(context: TrackingContext) {
  const { database } = context;
  return {
    /** Stores an object as JSON; what JSON cannot hold is refused. */
    async logDict(runId: string, value: unknown, path: string): Promise<void> {
      await logFile(runId, path, toJsonContent(value, path));
    },

    async logText(runId: string, text: string, path: string): Promise<void> {
      await logFile(runId, path, toTextContent(text));
    },

    async logBytes(runId: string, bytes: Uint8Array, path: string): Promise<void> {
      await logFile(runId, path, { kind: 'bytes', bytes });
    },

    /** Stores a table as JSON; logging to a path that holds one adds rows to it, as MLflow does. */
    async logTable(runId: string, table: Table, path: string): Promise<void> {
      validateTablePath(path);
      validateRunId(runId);
      await logTableTo(runId, path, table);
    },

    /** Stores a file with a run that is there or with a new one; gives its id. What is refused starts none. */
    logFileTo,

    /** `logTable` to a run that is there or to a new one; gives its id. What is refused starts none. */
    logTableTo,

    /** Content of one artifact of a run, deleted or not. */
    async getArtifact(runId: string, path: string): Promise<ArtifactContent> {
      return database.read(['runs', ...ARTIFACT_COLLECTIONS], async (transaction) => {
        await requireRun(transaction, runId);
        const record = await transaction.get('artifactContents', [runId, path]);
        if (record === undefined) {
          const paths = (await transaction.getAll('artifacts', { prefix: [runId] })).map((file) => file.path);
          throw doesNotExist(
            `run ${quote(runId)} has no artifact ${quote(path)}`,
            paths.length === 0 ? 'it has none' : `it has ${paths.join(', ')}`,
          );
        }
        return record.content;
      });
    },

    /** Files and folders directly under `folder` (the root where it is not given), by path. */
    async listArtifacts(runId: string, folder?: string | null): Promise<FileInfo[]> {
      const path = folder ?? '';
      if (typeof path !== 'string') {
        throw invalidParameter(
          `artifact path is ${quote(path)}`,
          "give a folder's path such as 'model', or none",
        );
      }
      const files = await database.read(['runs', 'artifacts'], async (transaction) => {
        await requireRun(transaction, runId);
        return transaction.getAll('artifacts', { prefix: [runId] });
      });
      return entriesUnder(files, path === '' ? '' : `${path.replace(/\/$/, '')}/`);
    },
  };

  async function logFile(runId: string, path: string, content: ArtifactContent): Promise<void> {
    validateRunId(runId);
    await logFileTo(runId, path, content);
  }

  async function logFileTo(target: RunTarget, path: string, content: ArtifactContent) {
    return writeArtifact(target, (transaction, runId) => putArtifact(transaction, { runId, path, content }));
  }

  async function logTableTo(target: RunTarget, path: string, table: Table) {
    validateTablePath(path);
    return writeArtifact(target, async (transaction, runId) => {
      const before = (await transaction.get('artifactContents', [runId, path]))?.content;
      const rows = toSplit(table);
      const value = before === undefined ? rows : appendRows(requireSplit(before, path), rows);
      await putArtifact(transaction, { runId, path, content: { kind: 'json', value } });
    });
  }

  function writeArtifact(
    target: RunTarget,
    write: (transaction: ArtifactTransaction, runId: string) => Promise<void>,
  ): Promise<{ readonly runId: string }> {
    return database.write([...RUN_COLLECTIONS, ...ARTIFACT_COLLECTIONS], async (transaction) => {
      const { runId } = await openRun(transaction, target, context);
      await write(transaction, runId);
      return { runId };
    });
  }
}

/** Stores one file of a run, replacing the one of this path. */
export async function putArtifact(
  transaction: ArtifactTransaction,
  file: { readonly runId: string; readonly path: string; readonly content: ArtifactContent },
): Promise<void> {
  validatePath(file.path);
  const { runId, path, content } = file;
  const fileSize = byteLengthOf(content);
  await transaction.put('artifacts', { kind: 'artifact', version: 1, runId, path, fileSize });
  await transaction.put('artifactContents', { kind: 'artifact-content', version: 1, runId, path, content });
}

/** Refuses absolute paths and those that leave the run's folder. */
export function validatePath(path: unknown): asserts path is string {
  if (typeof path !== 'string' || namesAnotherPath(path)) {
    throw invalidParameter(
      `invalid artifact path: ${quote(path)}`,
      "give a relative path such as 'plots/roc.json', without '..'",
    );
  }
}

/** Refuses paths that `logTable` cannot write to. */
export function validateTablePath(path: unknown): asserts path is string {
  validatePath(path);
  if (!path.endsWith('.json')) {
    throw invalidParameter(`artifact ${quote(path)} is no .json file`, "name it like 'predictions.json'");
  }
}

/** A text as an artifact; other values are refused. */
export function toTextContent(text: unknown): ArtifactContent {
  if (typeof text === 'string') return { kind: 'text', text };
  throw invalidParameter(`${quote(text)} is no text`, 'log objects with logDict');
}

/** A value as a JSON artifact; what JSON cannot hold is refused. */
export function toJsonContent(value: unknown, path: string): ArtifactContent {
  validatePath(path);
  const text = toJson(value);
  if (text === undefined) {
    throw invalidParameter(
      `${quote(path)} cannot hold ${typeof value} as JSON`,
      'log a plain object or list',
    );
  }
  return { kind: 'json', value: JSON.parse(text) };
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Columns and rows of a table; timestamps as ISO texts. */
export function toSplit(table: Table): SplitTable {
  const columns = [...table.columns.values()];
  return {
    columns: [...table.columns.keys()],
    data: Array.from({ length: table.nRows }, (_, row) =>
      columns.map((column) => JSON.parse(JSON.stringify(cellAt(column, row)))),
    ),
  };
}

function requireSplit(content: ArtifactContent, path: string): SplitTable {
  const value = content.kind === 'json' ? (content.value as Partial<SplitTable> | null) : null;
  if (Array.isArray(value?.columns) && Array.isArray(value.data)) return value as SplitTable;
  throw invalidParameter(`artifact ${quote(path)} is there and is no table`, 'log the table to another path');
}

function appendRows(first: SplitTable, second: SplitTable): SplitTable {
  const columns = [...new Set([...first.columns, ...second.columns])];
  const data = [first, second].flatMap((table) => {
    const positions = columns.map((name) => table.columns.indexOf(name));
    return table.data.map((row) => positions.map((position) => row[position] ?? null));
  });
  return { columns, data };
}

function entriesUnder(files: readonly ArtifactRecord[], folder: string): FileInfo[] {
  const entries = new Map<string, FileInfo>();
  for (const { path, fileSize } of files) {
    if (!path.startsWith(folder)) continue;
    const end = path.indexOf('/', folder.length);
    const isDir = end !== -1;
    const entry = isDir ? path.slice(0, end) : path;
    entries.set(entry, { path: entry, isDir, fileSize: isDir ? null : fileSize });
  }
  return [...entries.values()];
}
