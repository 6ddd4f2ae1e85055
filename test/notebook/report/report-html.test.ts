import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/notebook/markdown/render-markdown.ts';
import { reportHtml } from '../../../src/notebook/report/report-html.ts';
import { reportMarkdown } from '../../../src/notebook/report/report-markdown.ts';
import { anyReport } from './any-report.ts';

/** Every tag that a report has, with the only attributes it may have. */
const TAG =
  /<(\/?(?:html|head|title|style|body|main|h[1-4]|p|dl|dt|dd|table|thead|tbody|tr|th|td|section|article|div|span|strong|code|pre|blockquote|ul|li|br)|!doctype html|meta(?: charset="utf-8"| (?:http-equiv|name)="[\w-]+" content="[^"<>]*")|img alt="[^"<>]*" src="data:image\/(?:png|jpeg|svg\+xml);base64,[\w+/=]*")(?: (?:class|lang)="[\w ]*")?>/g;

describe('a report as a page', () => {
  it('has no tag and no attribute but its own, for 500 reports full of markup', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const page = reportHtml(report, () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
        const style = page.indexOf('</style>');
        const rest =
          page.slice(style).replace(TAG, '') + page.slice(0, page.indexOf('<style>')).replace(TAG, '');
        expect(rest).not.toMatch(/[<>]/);
      }),
      { numRuns: 500 },
    );
  });

  it('forbids itself every script and every request', () => {
    const [report] = fc.sample(anyReport, { numRuns: 1, seed: 1 });
    expect(reportHtml(report!, () => null)).toContain(
      'content="default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;"',
    );
  });

  it('says in both languages that it is self-reported', () => {
    const [report] = fc.sample(anyReport, { numRuns: 1, seed: 1 });
    expect(reportHtml({ ...report!, language: 'en' }, () => null)).toContain('Self-reported');
    expect(reportHtml({ ...report!, language: 'fr' }, () => null)).toContain('Déclaratif');
  });
});

describe('a report as Markdown', () => {
  it('keeps what students write from becoming markup, for 300 reports', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const page = renderMarkdown(reportMarkdown(report));
        expect(page).not.toMatch(/<(script|img|a|iframe|svg)\b/i);
        const nTitles = page.match(/<h2/g)?.length ?? 0;
        expect(nTitles).toBe(report.lessons.length);
      }),
      { numRuns: 300 },
    );
  });
});
