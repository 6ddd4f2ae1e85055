import { type FeatureViewDefinition, featuresOf } from '../../core/features/feature-view.ts';
import type { TrainingSetSpec } from '../../lab/features/training-set.ts';
import { useAddressParams } from '../address-params.ts';
import { MODES } from './use-explorer.ts';

const NONE = 'none';

/** What the builder is set to, kept in the address: a reload builds the same set again. */
export function useTrainingSet(
  views: readonly FeatureViewDefinition[],
  months: { readonly users: readonly string[]; readonly labels: readonly string[] },
): {
  readonly spec: TrainingSetSpec;
  readonly all: readonly string[];
  readonly isBuilt: boolean;
  readonly choose: (changes: Partial<TrainingSetSpec>) => void;
  readonly build: () => void;
} {
  const { params, change } = useAddressParams();
  const all = views.flatMap((view) => featuresOf(view).map(({ name }) => `${view.name}:${name}`));
  const without = new Set((params.get('without') ?? '').split(','));
  const asOf = params.get('month') ?? months.users.at(-2) ?? months.users[0] ?? '';
  const labels = params.get('labels') ?? (months.labels.includes(asOf) ? asOf : NONE);
  return {
    spec: {
      asOf,
      labels: labels === NONE ? null : labels,
      mode: MODES.find((mode) => mode === params.get('mode')) ?? 'lab',
      features: all.filter((reference) => !without.has(reference)),
    },
    all,
    isBuilt: params.get('built') === 'yes',
    choose: (changes) => {
      const left = changes.features && all.filter((reference) => !changes.features?.includes(reference));
      change(
        {
          built: null,
          ...(changes.asOf !== undefined && { month: changes.asOf, labels: null }),
          ...(changes.labels !== undefined && { labels: changes.labels ?? NONE }),
          ...(changes.mode !== undefined && { mode: changes.mode === 'lab' ? null : changes.mode }),
          ...(left && { without: left.length === 0 ? null : left.join(',') }),
        },
        { replace: true },
      );
    },
    build: () => change({ built: 'yes' }),
  };
}
