import { describeApply } from './apply.suite.ts';
import { describeMaterialize } from './materialize.suite.ts';
import { describeOnlineFeatures } from './online-features.suite.ts';
import type { OpenDatabase } from './store-lab.ts';

/** The feature store on any database; each call of `open` gives an empty one. */
export function describeFeatureStore(open: OpenDatabase): void {
  describeApply(open);
  describeMaterialize(open);
  describeOnlineFeatures(open);
}
