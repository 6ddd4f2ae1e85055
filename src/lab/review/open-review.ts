import { addCollections, type Upgrade } from '../../storage/upgrades.ts';
import { openDatabase } from '../storage/open-database.ts';
import { type ReviewCollections, reviewKeyPaths } from './review-collections.ts';
import { createReviewStore, type ReviewStore } from './review-store.ts';

/** The database of what a teacher reviews: apart from the teacher's own lab and course. */
export const REVIEW_DATABASE = 'streamflow-review';

/** Released steps never change: a new version adds a step, and a fixture of the old one to the tests. */
export const reviewUpgrades: readonly Upgrade[] = [addCollections(reviewKeyPaths)];

let loading: Promise<ReviewStore> | null = null;

/** The review as this browser keeps it, opened once per page. A failed opening may be tried again. */
export function loadReview(): Promise<ReviewStore> {
  loading ??= openDatabase<ReviewCollections>(REVIEW_DATABASE, {
    keyPaths: reviewKeyPaths,
    upgrades: reviewUpgrades,
  }).then(
    (database) => createReviewStore(database, () => Date.now()),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
