import type { FeatureReport } from '../../core/serving/feature-report.ts';
import type { HttpResponse } from '../../core/serving/http.ts';
import type { ServedView } from './read-serving.ts';

/** How a feature arrived; each has a mark and a word wherever it is shown. */
export type FeatureMark = 'present' | 'null' | 'not-found' | 'too-old' | 'imputed';

/** One feature of an answer, with the view it comes from. */
export interface FeatureRow {
  readonly name: string;
  readonly mark: FeatureMark;
  /** Null where no served view has such a feature. */
  readonly view: string | null;
  /** 0 is unlimited. */
  readonly ttlMs: number;
  readonly report: FeatureReport;
}

/** What an answer tells of its features, in its own order; none where it tells of none. */
export function featureRows(
  { body }: Pick<HttpResponse, 'body'>,
  views: readonly ServedView[],
): readonly FeatureRow[] {
  const reports = reportsIn(body);
  return Object.entries(reports).map(([name, report]) => {
    const view = views.find(
      (candidate) =>
        candidate.features.some((feature) => feature.name === name) || name.startsWith(`${candidate.name}__`),
    );
    return { name, mark: markOf(report), view: view?.name ?? null, ttlMs: view?.ttlMs ?? 0, report };
  });
}

/** An old value that is used is too old first; a missing one is what became of it. */
export function markOf({ source, status, stale, value }: FeatureReport): FeatureMark {
  if (source === 'imputed' || source === 'pipeline') return 'imputed';
  if (stale || status === 'OUTSIDE_MAX_AGE') return 'too-old';
  if (status === 'NOT_FOUND') return 'not-found';
  return value === null || status === 'NULL_VALUE' ? 'null' : 'present';
}

function reportsIn(body: string): Readonly<Record<string, FeatureReport>> {
  try {
    const { features } = JSON.parse(body) as { features?: Record<string, FeatureReport> };
    return typeof features === 'object' && features !== null ? features : {};
  } catch {
    return {};
  }
}
