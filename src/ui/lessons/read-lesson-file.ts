/** Names and types of the files that lessons and links come in. */
export const LESSON_FILE_TYPES = ['.md', '.txt', '.sflink', 'text/markdown', 'text/plain'];

/** The most that a file of a lesson or link may have, in bytes; more is not even read. */
const MAX_FILE_BYTES = 1_000_000;

/** The text of the file that was chosen, empty where it is too large; null where none was. */
export async function readLessonFile(files: FileList | null): Promise<string | null> {
  const file = files?.[0];
  if (file === undefined) return null;
  return file.size > MAX_FILE_BYTES ? '' : file.text();
}
