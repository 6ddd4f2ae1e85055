import type { LinkDraft } from './link-draft.ts';

/** What every part of the form gets. */
export interface ComposeProps {
  readonly draft: LinkDraft;
  readonly change: (changes: Partial<LinkDraft>) => void;
}
