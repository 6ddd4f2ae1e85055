import { type MouseEvent, memo, useMemo } from 'react';
import { renderMarkdown } from '../../../notebook/markdown/render-markdown.ts';

/** Markdown as it reads. */
export const MarkdownText = memo(function MarkdownText({ source }: { readonly source: string }) {
  const html = useMemo(() => ({ __html: renderMarkdown(source) }), [source]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by a key is clicked too.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks after the links in it.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: `renderMarkdown` lets no HTML of the source through.
    <div className="prose" dangerouslySetInnerHTML={html} onClick={keepPage} />
  );
});

/** A link to a place in the text would take the page's own address away, which stands in the hash too. */
function keepPage(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href') ?? '';
  if (href.startsWith('#') && !href.startsWith('#/')) event.preventDefault();
}
