import { courseSchema } from '../../core/snapshots/course-schema.ts';
import { cellAt } from '../../core/table/column.ts';
import { columnOf, createTable, type Table } from '../../core/table/table.ts';
import type { TaskOptions } from '../../core/task.ts';
import { type DroppedFile, type FileGroup, groupFiles } from './dropped-files.ts';
import { columnsOfTable, guessColumns } from './guess-columns.ts';
import { guessAsOf, guessTable, type MonthFile } from './import-files.ts';
import { previewFile } from './preview-file.ts';

/** A file with its first rows, and what it seems to be. */
export interface OpenedFile extends MonthFile {
  /** No columns where the file cannot be read; `error` says why. */
  readonly preview: Table;
  readonly error: unknown;
}

/** The files of one folder. */
export interface OpenedGroup {
  readonly folder: string;
  /** The day the files seem to be of: '2024-01-31'; null where nothing tells. */
  readonly asOf: string | null;
  readonly files: readonly OpenedFile[];
}

/** Looks into what was dropped: archives unpacked, folder by folder, the first rows of each file. */
export async function openFiles(
  dropped: readonly DroppedFile[],
  options: TaskOptions = {},
): Promise<readonly OpenedGroup[]> {
  const groups = await groupFiles(dropped, options);
  return Promise.all(groups.map(openGroup));
}

/** The file as another table of the month, its columns guessed anew; null leaves it out. */
export function assignTable(file: OpenedFile, table: string | null): OpenedFile {
  if (table === null) return { ...file, table, columns: {} };
  const needed = columnsOfTable(courseSchema, table).map(({ name }) => name);
  return { ...file, table, columns: guessColumns(needed, file.columnsInFile) };
}

async function openGroup({ folder, files }: FileGroup): Promise<OpenedGroup> {
  const opened = await Promise.all(files.map(openFile));
  const dates = [
    guessAsOf(folder),
    ...opened.flatMap(({ file }) => guessAsOf(file.name)),
    ...opened.map(asOfInside),
  ];
  return { folder, files: opened, asOf: dates.find((date) => date !== null) ?? null };
}

async function openFile(file: MonthFile['file']): Promise<OpenedFile> {
  const opened = await previewFile(file).then(
    (preview) => ({ preview, error: null }),
    (error: unknown) => ({ preview: createTable([]), error }),
  );
  const unassigned = { file, table: null, columns: {}, columnsInFile: [...opened.preview.columns.keys()] };
  return assignTable({ ...unassigned, ...opened }, guessTable(file.name));
}

/** The instant that the first row carries, where the file has the course's column for it. */
function asOfInside({ preview }: OpenedFile): string | null {
  if (!preview.columns.has(courseSchema.timestampField) || preview.nRows === 0) return null;
  const cell = cellAt(columnOf(preview, courseSchema.timestampField), 0);
  return guessAsOf(cell instanceof Date ? cell.toISOString() : String(cell));
}
