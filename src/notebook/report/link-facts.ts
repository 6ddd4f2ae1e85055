import { decodeLink } from '../link/decode-link.ts';

/** What a link set, as pairs of a name and a text; null where it cannot be read. */
export function linkFacts(text: string): readonly (readonly [name: string, value: string])[] | null {
  const { link } = decodeLink(text);
  if (link === null) return null;
  return Object.entries(link).flatMap(([name, value]): [string, string][] => {
    if (name === 'lesson') return [];
    if (name === 'asOf' || name === 'clock') return [[name, new Date(Number(value)).toISOString()]];
    if (name === 'cells') return [[name, (link.cells ?? []).map(({ label }) => label).join(', ')]];
    return [[name, Array.isArray(value) ? value.join(', ') : String(value)]];
  });
}
