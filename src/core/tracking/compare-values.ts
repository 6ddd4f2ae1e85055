/**
 * Whether `left` stands in the relation to `right` that an SQL comparator names.
 * LIKE is case-sensitive, ILIKE is not; `%` is any text, `_` any one character.
 */
export function compareValues(
  left: number | string,
  comparator: string,
  right: number | string | readonly string[],
): boolean {
  switch (comparator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case 'LIKE':
      return likePattern(String(right), '').test(String(left));
    case 'ILIKE':
      return likePattern(String(right), 'i').test(String(left));
    case 'IN':
      return (right as readonly string[]).includes(String(left));
    case 'NOT IN':
      return !(right as readonly string[]).includes(String(left));
    default:
      return false;
  }
}

function likePattern(pattern: string, flags: string): RegExp {
  const source = pattern
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, `su${flags}`);
}
