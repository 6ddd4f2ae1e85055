import type { Token } from '../notebook/editor/highlight.ts';

/** The classes of coloured code, each with its letter. */
const LETTERS: Readonly<Record<string, string>> = {
  k: 'code-keyword',
  s: 'code-string',
  n: 'code-number',
  t: 'code-type',
  c: 'code-comment',
  p: '',
};

/**
 * Coloured lines as a short text, for code that is coloured when the app is built: lengths and letters, one pair per
 * piece, such as `5k1p3n`; a line break belongs to no piece.
 */
export function writePaint(lines: readonly (readonly Token[])[]): string {
  return lines
    .map((tokens) => tokens.map(({ text, className }) => text.length + letterOf(className)).join(''))
    .join('/');
}

/** The coloured lines of `source`; plain ones where the paint is not of this source. */
export function applyPaint(source: string, paint: string): readonly (readonly Token[])[] {
  const painted = paint.split('/');
  return source.split('\n').map((line, i) => {
    let at = 0;
    const tokens = [...(painted[i] ?? '').matchAll(/(\d+)([a-z])/g)].map(([, length, letter]): Token => {
      const text = line.slice(at, at + Number(length));
      at += Number(length);
      return { text, className: LETTERS[letter!] ?? '' };
    });
    return at === line.length ? tokens : [{ text: line, className: '' }];
  });
}

function letterOf(className: string): string {
  return Object.keys(LETTERS).find((letter) => LETTERS[letter] === className) ?? 'p';
}
