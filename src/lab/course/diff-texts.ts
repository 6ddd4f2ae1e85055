import { diffLines } from 'diff';

/** A line of two texts compared. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** How `from` becomes `to`, line by line. */
export function diffTexts(from: string, to: string): readonly DiffLine[] {
  return diffLines(ended(from), ended(to)).flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }) as const);
  });
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
