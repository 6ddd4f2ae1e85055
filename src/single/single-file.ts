/** One file of the build inside the single file. */
export interface PackedFile {
  /** As the build named it, without folders. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  /**
   * - 'asset': as it is;
   * - 'data': an asset that a worker fetches;
   * - 'style': a style sheet, whose fonts are files too;
   * - 'worker': a classic script that starts with the addresses of the files it needs;
   * - 'module': a chunk of the page, imported by the name `lab/NAME`.
   */
  readonly role: 'asset' | 'data' | 'style' | 'worker' | 'module';
  readonly length: number;
  /** What a worker needs the addresses of; empty for the others, which find them in the page. */
  readonly needs: readonly string[];
}

/** All files in the order of their bytes; those that others name come first. */
export interface PackedFiles {
  /** The modules that start the page, one after the other. */
  readonly entries: readonly string[];
  readonly files: readonly PackedFile[];
}

/** What modules are imported by: an import map gives each its address. */
export const MODULE_PREFIX = 'lab/';

/** The global that holds the address of each file by its name, in the page and in its workers. */
export const ADDRESSES = 'labFiles';

/** The element that holds the files: gzip, as text-bytes.ts writes it. */
export const PAYLOAD_ID = 'lab-files';

/** The element that says, in both languages, that this browser cannot open the lab. */
export const FAILURE_ID = 'lab-failed';
