import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ValueError } from '../core/errors.ts';
import type { ByteSource } from '../core/table/byte-source.ts';

/** The CSV and Parquet files of a folder, read as streams when they are asked for. */
export function readFolder(folder: string): ByteSource[] {
  const names = namesIn(folder).filter((name) => /\.(csv|parquet)$/i.test(name));
  if (names.length === 0) {
    throw new ValueError(
      `no CSV or Parquet file in '${folder}'`,
      "give the folder that holds a month's files",
    );
  }
  return names.map((name) => fileSource(join(folder, name)));
}

/** A file of this computer, read as a stream. */
function fileSource(path: string): ByteSource {
  return { name: basename(path), size: statSync(path).size, bytes: () => createReadStream(path) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    const hint = 'give the path of a folder, from where the command is run';
    throw Object.assign(new ValueError(`no folder '${folder}'`, hint), { cause });
  }
}
