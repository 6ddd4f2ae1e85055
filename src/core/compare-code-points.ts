/**
 * Orders two strings by Unicode code points, as Python's `sorted` does. JavaScript's `<` compares UTF-16 units
 * and so puts U+10000 and above before U+E000 to U+FFFF. Negative, zero or positive, for `sort`.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for the highest code points, above every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
