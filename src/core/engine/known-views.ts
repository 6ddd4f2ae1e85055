import { FeatureViewNotFoundException } from '../features/errors.ts';
import type { FeatureView } from '../features/feature-view.ts';
import type { FeatureStore } from '../features/store.ts';

/** The applied feature views at hand, in the order of their names: what Feast's calls answer without waiting. */
export interface KnownViews {
  list(): readonly FeatureView[];
  /** A `FeatureViewNotFoundException` with the nearest name where there is none. */
  get(name: string): FeatureView;
  /** Looks what is stored: another tab may have applied views. */
  reread(): Promise<void>;
}

/** `features` with its views at hand: as stored now, and as each `apply` through the result leaves them. */
export async function watchViews(
  features: FeatureStore,
): Promise<{ readonly features: FeatureStore; readonly views: KnownViews }> {
  let known = await features.listFeatureViews();
  const reread = async (): Promise<void> => {
    known = await features.listFeatureViews();
  };
  return {
    features: {
      ...features,
      apply: async (objects) => {
        known = await features.apply(objects);
        return known;
      },
    },
    views: {
      reread,
      list: () => [...known],
      get: (name) => {
        const view = known.find((candidate) => candidate.name === name);
        if (view !== undefined) return view;
        throw new FeatureViewNotFoundException(
          name,
          known.map((candidate) => candidate.name),
        );
      },
    },
  };
}
