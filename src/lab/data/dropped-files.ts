import type { ByteSource } from '../../core/table/byte-source.ts';
import type { TaskOptions } from '../../core/task.ts';
import { createPageTurns } from './page-turns.ts';
import { readZip } from './read-zip.ts';

/** A file that was chosen or dropped, with its path where it came in a folder. */
export interface DroppedFile {
  readonly path: string;
  readonly file: Blob;
}

/** Files that belong together: those of one folder. */
export interface FileGroup {
  /** '' for files that came without a folder. */
  readonly folder: string;
  readonly files: readonly ByteSource[];
}

/**
 * The tables among what was dropped, archives unpacked, by folder in the order of their names. Files that are neither
 * CSV nor Parquet, and what a Mac leaves in archives, are passed over.
 */
export async function groupFiles(
  dropped: readonly DroppedFile[],
  options: TaskOptions = {},
): Promise<readonly FileGroup[]> {
  const groups = new Map<string, ByteSource[]>();
  const add = (source: ByteSource): void => {
    const folder = source.name.replace(/[^/\\]*$/, '').replace(/[/\\]$/, '');
    groups.set(folder, [...(groups.get(folder) ?? []), source]);
  };
  for (const { path, file } of dropped) {
    const source = blobSource(path, file);
    if (/\.zip$/i.test(path)) {
      for (const entry of await readZip(source, { ...options, isWanted: isTableFile })) add(entry);
    } else if (isTableFile(path)) {
      add(source);
    }
  }
  return [...groups]
    .map(([folder, files]) => ({ folder, files }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Whether a path is a table's file: CSV or Parquet, not hidden. */
export function isTableFile(path: string): boolean {
  return /(^|[/\\])[^./\\][^/\\]*\.(csv|parquet)$/i.test(path) && !/(^|[/\\])__MACOSX[/\\]/.test(path);
}

/** What is read in a few milliseconds. */
const CHUNK_BYTES = 262_144;

/** A file as a stream, read piece by piece: a large one shows its progress and can be left. */
export function blobSource(name: string, file: Blob): ByteSource {
  return {
    name,
    size: file.size,
    async *bytes() {
      const reader = file.stream().getReader();
      const pageTurn = createPageTurns();
      try {
        for (let read = await reader.read(); !read.done; read = await reader.read()) {
          for (let start = 0; start < read.value.length; start += CHUNK_BYTES) {
            yield read.value.subarray(start, start + CHUNK_BYTES);
            await pageTurn();
          }
        }
      } finally {
        await reader.cancel();
      }
    },
  };
}
