import type { LessonLink } from '../../notebook/link/lesson-link.ts';
import type { LessonStartSettings } from './lesson-kernel.ts';
import { readLinkDataset } from './link-dataset.ts';

/** What a link sets of a lesson's start: its data, the clock, and the variables `AS_OF` and `SEED` for its cells. */
export function settingsOf(link: LessonLink | null): LessonStartSettings {
  return {
    dataset: link?.dataset === undefined ? undefined : readLinkDataset(link.dataset),
    clock: link?.clock === undefined ? undefined : new Date(link.clock),
    variables: {
      ...(link?.asOf !== undefined && { AS_OF: new Date(link.asOf).toISOString().slice(0, 10) }),
      ...(link?.seed !== undefined && { SEED: link.seed }),
    },
  };
}

/** Whether the solution of an exercise may be shown after so many tries; else how many are missing, or never. */
export function solutionAccess(
  link: Pick<LessonLink, 'solutions'> | null,
  nTries: number,
):
  | { readonly kind: 'open' }
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly nMissing: number } {
  const rule = link?.solutions ?? 'on';
  if (rule === 'off') return { kind: 'never' };
  if (rule === 'on' || nTries >= rule) return { kind: 'open' };
  return { kind: 'after', nMissing: rule - nTries };
}
