import type { SourceMapSegment } from '@jridgewell/sourcemap-codec';

/** A place in a text; lines and columns count from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Where `position` of an edited text lies in the text before the edits: the nearest known place at or before it.
 * `mappings` is a decoded source map of edits that never move a line.
 */
export function originalPosition(
  mappings: readonly (readonly SourceMapSegment[])[],
  { line, column }: SourcePosition,
): SourcePosition {
  const segments = mappings[line - 1] ?? [];
  let found = segments[0];
  for (const segment of segments) {
    if (segment[0] > column - 1) break;
    found = segment;
  }
  const original = found?.[3];
  return { line, column: original === undefined ? 1 : original + 1 };
}

/** The place of an offset in `text`, counted from 0. */
export function positionAt(text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** The offset of a place in `text`, counted from 0. */
export function offsetAt(text: string, { line, column }: SourcePosition): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
