import { memo } from 'react';

/** Markdown as it reads. */
export const MarkdownText = memo(function MarkdownText({ source }: { readonly source: string }) {
  return <pre className="prose">{source}</pre>;
});
