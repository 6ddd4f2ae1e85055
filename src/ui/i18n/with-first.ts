/** A date that begins with its day, as French writes it: `Intl` leaves the ordinal of the first out. */
export function withFirst(date: string, language: string): string {
  return language.startsWith('fr') ? date.replace(/^1(?=\s)/, '1er') : date;
}
