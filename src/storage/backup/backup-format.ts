// valibot: whatever comes from outside is checked by one library.
import * as v from 'valibot';

// A backup's bytes: the eight of `MAGIC`, then, packed by gzip, frames: uint32 length (little-endian) and the bytes of
// a value (see stored-value.ts). The values: a `BackupStart`; per database its `DatabaseStart`, then the records of its
// collections in the order in which it names them; a `BackupEnd`.

/** The form that `writeBackup` gives; a reader refuses later ones. */
export const BACKUP_VERSION = 1;

/** Six letters that say what the file is, the version of its form, and a line end. */
export const MAGIC = `SFBACK${BACKUP_VERSION}\n`;

export const BACKUP_EXTENSION = '.sfbackup';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const backupStartSchema = v.strictObject({
  kind: v.literal('backup'),
  version: v.literal(BACKUP_VERSION),
  appVersion: v.string(),
  /** UTC milliseconds of the computer's clock. */
  savedAt: v.number(),
  /** What belongs to this browser rather than to a database: settings by key. */
  texts: v.record(name, v.string()),
});

export const databaseStartSchema = v.strictObject({
  kind: v.literal('database'),
  name,
  version: count,
  collections: v.array(
    v.strictObject({ name, keyPath: v.union([v.string(), v.array(v.string())]), nRecords: count }),
  ),
});

export const backupEndSchema = v.strictObject({
  kind: v.literal('end'),
  /** SHA-256 hex of all frames before. */
  sha256: v.string(),
});

export type BackupStart = v.InferOutput<typeof backupStartSchema>;
export type DatabaseStart = v.InferOutput<typeof databaseStartSchema>;
export type BackupEnd = v.InferOutput<typeof backupEndSchema>;
