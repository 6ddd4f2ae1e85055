// @lezer: the parser family of CodeMirror; colours code in every cell, long before an editor is loaded.
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser } from '@lezer/javascript';

/** A piece of a line and the class of its colour, '' for plain text. */
export interface Token {
  readonly text: string;
  readonly className: string;
}

// The same five colours as the editor's own tokens get, see `editor-theme.ts`.
const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.null, tags.bool], class: 'code-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'code-string' },
  { tag: [tags.regexp, tags.escape], class: 'code-string' },
  { tag: [tags.number], class: 'code-number' },
  { tag: [tags.comment], class: 'code-comment' },
  { tag: [tags.typeName, tags.className, tags.standard(tags.typeName)], class: 'code-type' },
]);

const typescript = parser.configure({ dialect: 'ts' });

/** The lines of a TypeScript source as coloured pieces. Whatever does not parse is still shown as it is. */
export function highlightLines(source: string): Token[][] {
  const lines: Token[][] = [[]];
  highlightCode(
    source,
    typescript.parse(source),
    highlighter,
    (text, classes) => lines.at(-1)!.push({ text, className: classes || nameClass(text) }),
    () => lines.push([]),
  );
  return lines;
}

/** The editor colours capitalised names as types, whatever they are. */
function nameClass(text: string): string {
  return /^[A-Z][\w$]*$/.test(text) ? 'code-type' : '';
}
