import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/notebook/markdown/render-markdown.ts';

describe('Markdown', () => {
  it('has headings, emphasis, lists, tables and code with its language', () => {
    const html = renderMarkdown(
      '# A *b*\n\n- c\n\n| d | e |\n|---|--:|\n| 1 | 2 |\n\n```js\nlet x = 1 < 2;\n```',
    );
    expect(html).toContain('<h1>A <em>b</em></h1>');
    expect(html).toContain('<li>c</li>');
    expect(html).toContain('<td style="text-align:right">2</td>');
    expect(html).toContain('<code class="language-js">let x = 1 &lt; 2;\n</code>');
  });

  it.each([
    [
      '[a](https://feast.dev/docs)',
      '<a href="https://feast.dev/docs" target="_blank" rel="noopener noreferrer nofollow">a</a>',
    ],
    ['[a](#cell-3)', '<a href="#cell-3">a</a>'],
    ['[a](/features)', '<a href="/features">a</a>'],
    ['[a](other.md)', '<a href="other.md">a</a>'],
    ['[a](../up/to.md?x=1#y)', '<a href="../up/to.md?x=1#y">a</a>'],
  ])('follows %s', (source, html) => {
    expect(renderMarkdown(source)).toContain(html);
  });

  it('makes a picture a link to it', () => {
    expect(renderMarkdown('![a chart](https://example.org/x.png)')).toBe(
      '<p><a href="https://example.org/x.png" target="_blank" rel="noopener noreferrer nofollow">a chart</a></p>\n',
    );
  });

  it('of great length is shown as it is written', () => {
    expect(renderMarkdown('<b>'.repeat(80_000))).toMatch(/^<pre>&lt;b&gt;/);
  });
});

/** What has been tried against Markdown renderers. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<link rel="prefetch" href="https://evil.example">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=q></form>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java\nscript:alert(1))',
  '[a](java&#x09;script:alert(1))',
  '[a](javascript&#58;alert(1))',
  '[a](javascript&colon;alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](\u200bjavascript:alert(1))',
  '[a](vbscript:msgbox(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](data:image/svg+xml;base64,PHN2Zy8+)',
  '[a](blob:https://lab/x)',
  '[a](file:///etc/passwd)',
  '[a](filesystem:https://lab/x)',
  '[a](//evil.example/x)',
  '[a](\\\\evil.example/x)',
  '[a](/\\evil.example)',
  '[a]: javascript:alert(1)\n\n[a]',
  '<javascript:alert(1)>',
  '![a](javascript:alert(1))',
  '![a](data:image/svg+xml,<svg onload=alert(1)>)',
  '![a" onerror="alert(1)](https://evil.example/x.png)',
  '![a](https://evil.example/x.png"onerror="alert(1))',
  '[a](https://x.example/"onmouseover="alert(1))',
  '[a](https://x.example "t" onmouseover="alert(1)")',
  "[a](https://x.example '\"><script>alert(1)</script>')",
  '```js"><script>alert(1)</script>\nx\n```',
  '``` "onclick="alert(1)\nx\n```',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<a href="javascript:alert(1)">x</a>',
  '`<script>alert(1)</script>`',
  '\\<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[<img src=x onerror=alert(1)>](https://x.example)',
  '# <script>alert(1)</script>',
  '> <img src=x onerror=alert(1)>',
  '[x](https://x.example/<script>alert(1)</script>)',
];

/** Elements and attributes that Markdown itself makes: nothing else may come out. */
const ELEMENTS = new Set(
  'p h1 h2 h3 h4 h5 h6 em strong s code pre a ul ol li blockquote hr br table thead tbody tr th td'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'title', 'target', 'rel', 'class', 'style', 'start']);

/** What is not safe in a piece of HTML, as a browser would read it. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const rest = html.replace(
    /<\/?([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"<>]*")*)\s*>/g,
    (_, name: string, attributes: string) => {
      if (!ELEMENTS.has(name)) found.push(name);
      for (const [, attribute, value] of attributes.matchAll(/([a-z]+)="([^"]*)"/g)) {
        if (!ATTRIBUTES.has(attribute!)) found.push(`${name} ${attribute}`);
        if (attribute === 'style' && !/^text-align:(left|right|center)$/.test(value!))
          found.push(`style ${value}`);
        if (attribute === 'href' && !leadsSomewhereSafe(value!)) found.push(`href ${value}`);
      }
      return '';
    },
  );
  if (/[<>]/.test(rest)) found.push(`stray bracket: ${rest}`);
  return found;
}

/** Whether a browser would follow a link within the lab's own pages, or to an address that says its http(s) plainly. */
function leadsSomewhereSafe(attribute: string): boolean {
  if (/&(?!(?:amp|quot|lt|gt|#39);)/.test(attribute)) return false;
  const href = attribute.replaceAll('&amp;', '&');
  const lab = 'https://lab.test/notebook';
  if (!URL.canParse(href, lab)) return true;
  const { protocol, origin } = new URL(href, lab);
  return origin === new URL(lab).origin || (/^https?:$/.test(protocol) && /^https?:/i.test(href));
}

describe('nothing in a Markdown cell runs or fetches', () => {
  it.each(ATTACKS)('%s', (source) => {
    expect(dangers(renderMarkdown(source))).toEqual([]);
  });

  it('whatever is put together of such pieces', () => {
    const pieces = fc.constantFrom(
      ...ATTACKS,
      '[',
      '](',
      ')',
      '<',
      '>',
      '"',
      "'",
      '\n',
      '\n\n',
      '![',
      '`',
      '&#',
      ';',
      ':',
      '//',
      '\\',
      'javascript:',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        expect(dangers(renderMarkdown(parts.join('')))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
