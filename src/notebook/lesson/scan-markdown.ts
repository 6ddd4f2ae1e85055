// markdown-it: where fences and headings begin and end is CommonMark's to say, not a regular expression's.
import MarkdownIt from 'markdown-it';
import type { ProblemList } from './lesson-problem.ts';

/** A stretch of a lesson file; `line` is that of its first line, or of a fence's info string. */
export type Piece =
  | { readonly kind: 'text'; readonly markdown: string; readonly line: number }
  | { readonly kind: 'heading'; readonly text: string; readonly line: number }
  | { readonly kind: 'fence'; readonly info: string; readonly content: string; readonly line: number };

/** A lesson file taken apart. */
export interface ScannedFile {
  /** Without its `---` lines; null where the file does not begin with it. */
  readonly frontMatter: string | null;
  readonly pieces: readonly Piece[];
}

// Blocks only: what is inside a line does not matter here.
const blocks = new MarkdownIt({ html: false }).disable(['inline', 'text_join'], true);
blocks.core.ruler.disable(['inline', 'text_join']);

/** Takes a lesson file apart: front matter, headings of the second level, fences, and the text between. */
export function scanMarkdown(source: string, problems: ProblemList): ScannedFile {
  // As the Markdown parser counts them.
  const lines = source.split(/\r\n?|\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const bodyStart = end + 1;
  const frontMatter = end < 0 ? null : lines.slice(1, end).join('\n');
  const body = lines.slice(bodyStart);
  const pieces: Piece[] = [];
  let textStart = 0;
  const closeText = (until: number): void => {
    const markdown = body.slice(textStart, until).join('\n').trim();
    if (markdown !== '') {
      const blank = body.slice(textStart, until).findIndex((line) => line.trim() !== '');
      pieces.push({ kind: 'text', markdown, line: bodyStart + textStart + blank + 1 });
    }
  };
  for (const token of blocks.parse(body.join('\n'), {})) {
    if (token.level > 0 || token.map === null) continue;
    const [from, to] = token.map;
    const line = bodyStart + from + 1;
    if (token.type === 'heading_open' && token.tag === 'h2') {
      closeText(from);
      pieces.push({ kind: 'heading', text: (body[from] ?? '').replace(/^ {0,3}##\s*/, '').trim(), line });
      textStart = to;
    } else if (token.type === 'fence' && /\s/.test(token.info.trim())) {
      closeText(from);
      pieces.push({ kind: 'fence', info: token.info.trim(), content: token.content, line });
      if (!isClosed(body[to - 1], token.markup)) {
        problems.add(line, {
          code: 'open-fence',
          message: `the block '${token.info.trim()}' is never closed`,
          hint: `end it by a line of ${token.markup}`,
        });
      }
      textStart = to;
    } else if (token.type === 'fence' && /^(js|javascript)$/.test(token.info.trim())) {
      problems.add(line, {
        code: 'block-without-role',
        message: 'this JavaScript block does not say what it is for',
        hint: 'write js setup, js example LABEL, js exercise LABEL, …',
      });
    }
  }
  closeText(body.length);
  return { frontMatter, pieces };
}

function isClosed(lastLine: string | undefined, markup: string): boolean {
  const text = lastLine?.trim() ?? '';
  return text.length >= markup.length && text === markup.charAt(0).repeat(text.length);
}
