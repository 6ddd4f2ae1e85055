import { quote, TypeMismatchError } from '../../core/errors.ts';
import { type ByteSource, bytesSource } from '../../core/table/byte-source.ts';
import { refusePromise } from './accepted.ts';

/** A file dropped on a page, as far as it is read here. */
interface BlobFile {
  readonly name: string;
  readonly size: number;
  readonly webkitRelativePath?: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** One file of a month as a cell may give it. */
export type MonthFile =
  | ByteSource
  | BlobFile
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly bytes: Uint8Array };

/** All files of a month: a list, a page's `FileList`, or texts by file name. */
export type MonthFiles = Iterable<MonthFile> | ArrayLike<MonthFile> | Readonly<Record<string, string>>;

/** The files as streams of bytes; a `TypeError` names what is no file. */
export function toByteSources(files: MonthFiles): ByteSource[] {
  refusePromise(files, 'the list of files');
  if (typeof files !== 'object' || files === null) throw noFile(files);
  if (Symbol.iterator in files || 'length' in files)
    return Array.from(files as ArrayLike<MonthFile>, toByteSource);
  return Object.entries(files as Record<string, string>).map(([name, text]) => toByteSource({ name, text }));
}

function toByteSource(file: MonthFile): ByteSource {
  if (typeof file === 'object' && file !== null && typeof file.name === 'string') {
    if ('text' in file && typeof file.text === 'string') {
      return bytesSource(file.name, new TextEncoder().encode(file.text));
    }
    if ('arrayBuffer' in file) return blobSource(file);
    if ('bytes' in file && file.bytes instanceof Uint8Array) return bytesSource(file.name, file.bytes);
    if ('bytes' in file && typeof file.bytes === 'function') return file as ByteSource;
  }
  throw noFile(file);
}

function blobSource(file: BlobFile): ByteSource {
  return {
    name: file.webkitRelativePath || file.name,
    size: file.size,
    async *bytes() {
      yield new Uint8Array(await file.arrayBuffer());
    },
  };
}

function noFile(value: unknown): TypeMismatchError {
  return new TypeMismatchError(
    `${quote(value)} is no file`,
    "give files, or their texts: [{ name: 'users.csv', text: readText(path) }, …]",
  );
}
