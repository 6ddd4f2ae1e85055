const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/**
 * The text of HTML that the lab's own Markdown renderer made: for a report, where questions stand as plain text. A line
 * ends where a block does, and in code; where the lesson's file breaks one is its writer's business.
 */
export function plainText(html: string): string {
  return html
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, i) => (i % 2 === 1 ? `${part}\n\n` : proseLines(part)))
    .join('')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function proseLines(html: string): string {
  return html
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(<\/?[uo]l>|<\/?table>) ?/g, '\n\n')
    .replaceAll(/<\/(p|h\d)> ?/g, '\n\n')
    .replaceAll(/(<\/(li|tr)>|<br\s*\/?>) ?/g, '\n')
    .replaceAll(/(^|\n) +/g, '$1');
}
