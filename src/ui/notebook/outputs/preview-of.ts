const LONGEST = 500;

/** A value that a check compared, as one text. */
export function previewOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (toJson(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function toJson(value: unknown): string | undefined {
  try {
    // JSON has no NaN and would call it null.
    return JSON.stringify(value, (_, member) =>
      typeof member === 'number' && !Number.isFinite(member) ? String(member) : member,
    );
  } catch {
    return undefined;
  }
}
