// CommonMark with tables, and the one parser that lessons use too.
import MarkdownIt from 'markdown-it';

/** The most text that one cell is rendered from; more is shown as it is written. */
const MAX_LENGTH = 200_000;

const ALLOWED_LINK = /^(https?:\/\/|#|\.{0,2}\/|[^:/?#]+(?:[/?#]|$))/i;

const markdown = createMarkdown();

/**
 * A Markdown cell as HTML that is safe to put into the page, whoever wrote it: HTML in the text is shown as text, links
 * lead to http(s), to a place in the page or to a relative address and tell nothing of where they came from, pictures
 * become links, as fetching one would tell its host who reads. Code keeps its language as `class="language-js"`.
 */
export function renderMarkdown(source: string): string {
  if (source.length > MAX_LENGTH) return `<pre>${markdown.utils.escapeHtml(source)}</pre>`;
  return markdown.render(source);
}

function createMarkdown() {
  // `linkify` stays off: a bare address may be meant as text.
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 40 });
  parser.validateLink = (url) => isAllowed(url);
  const { rules } = parser.renderer;
  rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index]!;
    const href = String(token.attrGet('href') ?? '');
    if (/^https?:/i.test(href)) {
      token.attrSet('target', '_blank');
      token.attrSet('rel', 'noopener noreferrer nofollow');
    }
    return self.renderToken(tokens, index, options);
  };
  rules.image = (tokens, index) => {
    const token = tokens[index]!;
    const { escapeHtml } = parser.utils;
    const href = String(token.attrGet('src') ?? '');
    const text = escapeHtml(token.content || href);
    return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
  };
  return parser;
}

/** Whether a link may be followed. Control characters, which browsers drop, must not hide a scheme. */
function isAllowed(url: string): boolean {
  const text = url.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  return !text.startsWith('//') && !text.startsWith('\\') && ALLOWED_LINK.test(decodeEntities(text));
}

/** markdown-it has decoded entities already; what is still encoded must not become a scheme later. */
function decodeEntities(text: string): string {
  return text.replace(/&#x?[\da-f]+;?|&\w+;/gi, ':');
}
