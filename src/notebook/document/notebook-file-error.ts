import { LabError } from '../../core/errors.ts';

/** A file that holds no notebook, or a damaged one. */
export class NotebookFileError extends LabError {
  override readonly name = 'NotebookFileError';
}

/** What a notebook file may hold: more is refused before it fills the memory. */
export const FILE_LIMITS = {
  /** Characters of the whole file. */
  length: 60_000_000,
  cells: 3000,
  /** Characters of one cell's source. */
  sourceLength: 1_000_000,
  /** Outputs of one cell. */
  outputs: 5000,
  /** Characters of one output's text or picture. */
  outputLength: 10_000_000,
} as const;

/** Refuses a file that is too large, and text that is no text. */
export function checkLength(text: string): void {
  if (text.length <= FILE_LIMITS.length) return;
  throw new NotebookFileError(
    `the file has ${text.length} characters`,
    `a notebook may have ${FILE_LIMITS.length}: clear its outputs, or split it`,
  );
}

/** Refuses more or longer cells than a notebook may have. */
export function checkCells(sources: readonly string[]): void {
  if (sources.length > FILE_LIMITS.cells) {
    throw new NotebookFileError(
      `the notebook has ${sources.length} cells`,
      `a notebook may have ${FILE_LIMITS.cells}: split it`,
    );
  }
  const long = sources.findIndex((source) => source.length > FILE_LIMITS.sourceLength);
  if (long < 0) return;
  throw new NotebookFileError(
    `cell ${long + 1} has ${sources[long]!.length} characters`,
    `a cell may have ${FILE_LIMITS.sourceLength}: keep data in files, not in cells`,
  );
}

/** What an import needs that the file may lack. */
export interface ImportOptions {
  /** Makes an id for a cell or notebook without one, or with one that is taken. */
  readonly newId: () => string;
  /** The title where the file has none: its name without the ending. */
  readonly title: string;
}

/** Gives every cell an id of its own: the first keeps one that several have. */
export function uniqueIds(ids: readonly (string | null)[], newId: () => string): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const own = id !== null && id !== '' && !taken.has(id) ? id : newId();
    taken.add(own);
    return own;
  });
}
