// The codec of magic-string's own source maps: sucrase gives its map as text.
import { decode } from '@jridgewell/sourcemap-codec';
// Strips types without checking them, and keeps every line where it is.
import { transform } from 'sucrase';
import { originalPosition, type SourcePosition } from './source-position.ts';

/** A cell's source without its types. */
export interface StrippedSource {
  readonly code: string;
  /** Where a place of `code` lies in the source with types. */
  toSource(position: SourcePosition): SourcePosition;
}

/** Where sucrase could not go on, as an offset into the source. */
export interface StripFailure {
  readonly offset: number;
}

/** What strips types: it is handed in, as most cells have none and its code is a fifth of the kernel's. */
export type StripTypes = typeof stripTypes;

/** The JavaScript of a TypeScript source, line by line; enums and parameter properties become code. */
export function stripTypes(source: string): StrippedSource | StripFailure {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: true,
      filePath: 'cell.ts',
      sourceMapOptions: { compiledFilename: 'cell.js' },
    });
    const mappings = decode(sourceMap?.mappings ?? '');
    return { code, toSource: (position) => originalPosition(mappings, position) };
  } catch (error) {
    return { offset: (error as { readonly pos?: number }).pos ?? 0 };
  }
}
