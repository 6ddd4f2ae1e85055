/** A Markdown fence that no line of `text` closes. */
export function fenceFor(text: string): string {
  const runs = text.match(/^ {0,3}`{3,}/gm) ?? [];
  return '`'.repeat(Math.max(2, ...runs.map((run) => run.trim().length)) + 1);
}
