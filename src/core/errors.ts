/**
 * Base of every error the lab raises on purpose: a short lower-case fact with the offending value in
 * `message`, and in `hint` what the reader can do about it.
 */
export class LabError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'LabError';
    this.hint = hint;
  }
}

/** A value of the right type but not acceptable; Python's name, as scikit-learn and Feast raise it. */
export class ValueError extends LabError {
  override readonly name = 'ValueError';
}

/** A name that is not there: a column, a feature, a join key; Python's name, as Feast and pandas raise it. */
export class KeyError extends LabError {
  override readonly name = 'KeyError';
}

/** An empty sequence where an element was needed; Python's name, as Feast raises it. */
export class IndexError extends LabError {
  override readonly name = 'IndexError';
}

/** A value of the wrong type. Named like JavaScript's own and Python's, but with a hint. */
export class TypeMismatchError extends LabError {
  override readonly name = 'TypeError';
}

/** The caller's signal was aborted; nothing was kept of the work. The platform's name for a cancelled task. */
export class CancelledError extends LabError {
  override readonly name = 'AbortError';
}

/** Quotes a value for an error message: JSON where that is short, else cut at 80 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : describe(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** "did you mean 'x'?" for the nearest of `known` within two edits, else the list itself. For hints. */
export function suggest(name: unknown, known: Iterable<string>): string {
  const names = [...known];
  const wanted = typeof name === 'string' ? name.toLowerCase() : '';
  const [nearest] = names
    .map((candidate) => ({ candidate, edits: editDistance(candidate.toLowerCase(), wanted) }))
    .filter(({ edits }) => edits <= 2 && edits < wanted.length)
    .sort((a, b) => a.edits - b.edits);
  if (nearest !== undefined) return `did you mean ${quote(nearest.candidate)}?`;
  return names.length === 0 ? 'there are none yet' : `known: ${names.slice(0, 20).join(', ')}`;
}

function describe(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (value instanceof Date && Number.isNaN(value.getTime())) return String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
