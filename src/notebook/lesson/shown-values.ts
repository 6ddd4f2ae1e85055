import type { Language } from './language.ts';
import type { ShownValue } from './lesson.ts';

// What the text shows of a value: `[0.821](value:auc)`.
const SHOWN = /\[([^\]\n]{1,60})\]\(value:([A-Za-z]\w{0,40})\)/g;

/** Markdown with the values as plain text, and the values that it shows. `line` is that of its first line. */
export function readShownValues(
  markdown: string,
  line: number,
): { readonly markdown: string; readonly values: readonly ShownValue[] } {
  const values = [...markdown.matchAll(SHOWN)].map((match) => ({
    name: match[2]!,
    text: match[1]!,
    line: line + lineBreaks(markdown.slice(0, match.index)),
  }));
  return { markdown: markdown.replace(SHOWN, '$1'), values };
}

/** The file's text with every shown value replaced by what `textOf` gives for it. */
export function rewriteShownValues(source: string, textOf: (value: ShownValue) => string): string {
  return source.replace(SHOWN, (_, text: string, name: string, at: number) => {
    const line = 1 + lineBreaks(source.slice(0, at));
    return `[${textOf({ name, text, line })}](value:${name})`;
  });
}

/**
 * A value written in the form of `example`: as many digits after the decimal sign, a sign in front where it has one,
 * per cent where it says so, grouped as the language does. Text stays as it is; null for what cannot be written.
 */
export function writeLike(value: unknown, example: string, language: Language): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const isPercent = /%/.test(example);
  const decimalSign = language === 'fr' ? ',' : '.';
  const digits = new RegExp(`\\${decimalSign}(\\d+)`).exec(example)?.[1]?.length ?? 0;
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: /^[+]/.test(example) ? 'exceptZero' : 'negative',
  });
  const number = format.format(isPercent ? value * 100 : value).replace('-', '−');
  if (!isPercent) return number;
  return language === 'fr' ? `${number}\u202f%` : `${number}%`;
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
