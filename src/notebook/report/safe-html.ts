/** HTML that may stand in a page as it is. */
export interface SafeHtml {
  readonly html: string;
}

/** What a template may hold: texts and numbers are escaped, HTML made by `html` is not; null is left out. */
export type HtmlPart = string | number | SafeHtml | null | readonly (SafeHtml | null)[];

/** A template of HTML: whatever is put into it is text, unless another template made it. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): SafeHtml {
  return { html: parts.map((part, i) => part + (i < values.length ? partText(values[i]!) : '')).join('') };
}

function partText(part: HtmlPart | undefined): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('html' in part) return part.html;
  return part.map((one) => one?.html ?? '').join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => ESCAPES[character]!);
}
