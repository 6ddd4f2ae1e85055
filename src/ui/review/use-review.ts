import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DroppedFile } from '../../lab/data/dropped-files.ts';
import { loadReview } from '../../lab/review/open-review.ts';
import type { ReviewContents, ReviewStore } from '../../lab/review/review-store.ts';

const KEY = ['review'];

/** What is kept of the review; undefined while it is read. */
export function useReview(): { readonly contents: ReviewContents | undefined; readonly error: unknown } {
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await loadReview()).read(),
    // Another tab may review too.
    staleTime: 0,
  });
  return { contents: data, error };
}

/** Changes the review, and shows it anew. */
export function useReviewAction<T>(act: (review: ReviewStore, given: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (given: T) => act(await loadReview(), given),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Takes files in one after the other, so that a bad one stops none; says how many were new. */
export async function addFiles(
  review: ReviewStore,
  files: readonly DroppedFile[],
  onProgress: (done: number) => void,
): Promise<{ readonly nAdded: number; readonly nPresent: number }> {
  let nAdded = 0;
  for (const [i, file] of files.entries()) {
    onProgress(i);
    if ((await review.add(file)) === 'added') nAdded += 1;
  }
  return { nAdded, nPresent: files.length - nAdded };
}
