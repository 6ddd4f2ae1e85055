import type { MonthSchema } from '../../core/snapshots/table-schema.ts';

/** For each column that a table needs: the column of the file that seems to be it, or null. */
export type ColumnChoice = Readonly<Record<string, string | null>>;

/**
 * Guesses which of a file's columns is which: the same name first, then the same but for case and punctuation, then one
 * that holds the other. Each column of the file is used once.
 */
export function guessColumns(needed: readonly string[], inFile: readonly string[]): ColumnChoice {
  const free = new Set(inFile);
  const choice: Record<string, string | null> = Object.fromEntries(needed.map((name) => [name, null]));
  for (const isAlike of [isSame, isSameLetters, holdsTheOther]) {
    for (const name of needed) {
      if (choice[name] !== null) continue;
      const found = [...free].find((candidate) => isAlike(name, candidate));
      if (found === undefined) continue;
      choice[name] = found;
      free.delete(found);
    }
  }
  return choice;
}

/** The columns of a table that a choice names, as `importMonth` wants them: file's name → schema's name, the rest left out. */
export function toMapping(choice: ColumnChoice, inFile: readonly string[]): Record<string, string | null> {
  const names = new Map(Object.entries(choice).map(([name, column]) => [column, name]));
  return Object.fromEntries(
    inFile
      .map((column) => [column, names.get(column) ?? null] as const)
      .filter(([column, name]) => column !== name),
  );
}

/** The columns that a table of a month may have: its own, then the two times, which are optional. */
export function columnsOfTable(schema: MonthSchema, table: string): { name: string; isOptional: boolean }[] {
  const columns = schema.tables.find(({ name }) => name === table)?.columns ?? [];
  return [
    ...columns.map(({ name }) => ({ name, isOptional: false })),
    ...[schema.timestampField, schema.createdTimestampColumn].map((name) => ({ name, isOptional: true })),
  ];
}

function isSame(name: string, candidate: string): boolean {
  return name === candidate;
}

function isSameLetters(name: string, candidate: string): boolean {
  return lettersOf(name) === lettersOf(candidate);
}

function holdsTheOther(name: string, candidate: string): boolean {
  const [a, b] = [lettersOf(name), lettersOf(candidate)];
  return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
