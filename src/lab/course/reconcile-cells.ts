import { mergeTexts } from './merge-texts.ts';

/** A cell that both the student and the lesson have changed: which text is it to be? */
export interface CellDecision {
  readonly cellId: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** Both changes together; null where they are in the same lines. */
  readonly merged: string | null;
}

/** What becomes of a student's cells when the lesson is not what it was. */
export interface ReconciledCells {
  /** The text of every cell; where a decision is open, the student's. */
  readonly sources: Readonly<Record<string, string>>;
  /** What the lesson said that led to these texts; the old text where a decision is open. */
  readonly bases: Readonly<Record<string, string>>;
  readonly decisions: readonly CellDecision[];
}

type Sources = Readonly<Record<string, string>>;

/**
 * Compares, cell by cell, what the lesson says now with what the student has and with what the lesson said when they
 * began. What only one side changed needs no decision. Without a base, as in another language, an edited text stays.
 */
export async function reconcileCells({
  lesson,
  mine,
  bases,
}: {
  readonly lesson: Sources;
  readonly mine: Sources;
  /** Null where the student never had the lesson in this language; `others` are the bases of other languages. */
  readonly bases: { readonly own: Sources | null; readonly others: readonly Sources[] };
}): Promise<ReconciledCells> {
  const sources: Record<string, string> = {};
  const settled: Record<string, string> = {};
  const decisions: CellDecision[] = [];
  for (const [cellId, theirs] of Object.entries(lesson)) {
    const text = mine[cellId];
    const base = bases.own?.[cellId];
    const isUntouched = text === undefined || bases.others.some((other) => other[cellId] === text);
    sources[cellId] = isUntouched ? theirs : text;
    settled[cellId] = theirs;
    if (isUntouched || base === undefined) continue;
    const outcome = await mergeTexts(base, text, theirs);
    if (outcome.kind === 'settled') sources[cellId] = outcome.source;
    else {
      const merged = outcome.kind === 'mergeable' ? outcome.merged : null;
      decisions.push({ cellId, base, mine: text, theirs, merged });
      settled[cellId] = base;
    }
  }
  return { sources, bases: settled, decisions };
}
