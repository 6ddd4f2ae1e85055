/** What stands for something to fill in: four underscores or more, which is a name in JavaScript and reads as a gap. */
const BLANK = /_{4,}/g;

/** The lines, from 1, on which code still has blanks. */
export function linesWithBlanks(source: string): readonly number[] {
  return source.split('\n').flatMap((line, i) => (line.search(BLANK) < 0 ? [] : [i + 1]));
}

/** How many blanks code has. */
export function countBlanks(source: string): number {
  return source.match(BLANK)?.length ?? 0;
}

/**
 * Where a solution is not the exercise with its blanks filled in: the first piece of the exercise that it lacks; null
 * where it is. Comments, space, and commas before a closing bracket do not count: they change with the length of lines.
 */
export function findBlankMismatch(exercise: string, solution: string): string | null {
  const pieces = bare(exercise).split(BLANK);
  const filled = bare(solution);
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const isLast = i === pieces.length - 1;
    const found = isLast && i > 0 ? filled.lastIndexOf(piece) : filled.indexOf(piece, at);
    if (found < at || (i === 0 && found !== 0)) return piece;
    at = found + piece.length;
  }
  return at === filled.length ? null : filled.slice(at);
}

function bare(source: string): string {
  const code = source.replace(/(^|\s)\/\/.*$/gm, '');
  return code.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '');
}
