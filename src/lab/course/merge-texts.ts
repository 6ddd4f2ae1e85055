/** What became of a text that two sides may have changed. */
export type MergedText =
  /** Nothing is to be decided: only one side changed it, or both alike. */
  | { readonly kind: 'settled'; readonly source: string }
  /** Both changed it, in different places: `merged` has both changes. */
  | { readonly kind: 'mergeable'; readonly merged: string }
  /** Both changed the same lines. */
  | { readonly kind: 'conflict' };

/** Lines around a change that must be there in the other text, too. */
const CONTEXT = 1;

/** Puts together what the student made of `base` and what the lesson made of it. Texts are compared line by line. */
export async function mergeTexts(base: string, mine: string, theirs: string): Promise<MergedText> {
  if (mine === theirs || theirs === base) return { kind: 'settled', source: mine };
  if (mine === base) return { kind: 'settled', source: theirs };
  // diff: finds the lines that changed and carries them over to another text, as `patch` does. Seldom needed.
  const { applyPatch, structuredPatch } = await import('diff');
  const patch = structuredPatch('', '', base, theirs, '', '', { context: CONTEXT });
  const merged = applyPatch(mine, patch, { fuzzFactor: 0 });
  return merged === false ? { kind: 'conflict' } : { kind: 'mergeable', merged };
}
