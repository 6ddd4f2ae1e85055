import { memo } from 'react';

/** Text of a lesson. Its HTML comes from the lab's own renderer, which lets no markup of the file through. */
export const Prose = memo(function Prose({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from Markdown with HTML off, when the app is built or the lesson is opened.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
});

/** As `Prose`, for what stands within a line. */
export const InlineProse = memo(function InlineProse({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
});
