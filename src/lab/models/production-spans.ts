import type { StageEvent } from '../../core/registry/stage-history.ts';

/** A time during which a version was in Production. */
export interface ProductionSpan {
  readonly version: number;
  readonly from: number;
  /** null while it still is. */
  readonly to: number | null;
}

/** Who was in Production and when, in the order of arrival, from a model's stage history. */
export function productionSpans(history: readonly StageEvent[]): ProductionSpan[] {
  const spans: ProductionSpan[] = [];
  for (const event of history) {
    const open = spans.findIndex(({ version, to }) => version === event.version && to === null);
    if (event.to === 'Production' && open === -1)
      spans.push({ version: event.version, from: event.at, to: null });
    if (event.to !== 'Production' && open !== -1) spans[open] = { ...spans[open]!, to: event.at };
  }
  return spans;
}

/** The version to go back to: the last one that left Production and still exists; null where there is none. */
export function rollbackTarget(history: readonly StageEvent[], existing: readonly number[]): number | null {
  const inProduction = new Set(
    productionSpans(history).flatMap(({ version, to }) => (to === null ? [version] : [])),
  );
  const left = history.filter((event) => event.from === 'Production' && event.to !== 'Production');
  const candidates = left
    .map(({ version }) => version)
    .filter((version) => existing.includes(version) && !inProduction.has(version));
  return candidates.at(-1) ?? null;
}
