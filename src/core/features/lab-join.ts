import { everyRow, type JoinMode } from './join-mode.ts';
import { warnAboutMatches } from './join-warnings.ts';
import { matchViews } from './joined-view.ts';

/** The lab's join (LAB-PIT, L3–L5): one output row per entity row, in the same order, nulls where nothing matched. */
export const labJoin: JoinMode = (frame, views) => {
  const matches = matchViews(frame, views);
  return {
    entityRows: everyRow(frame),
    views: matches,
    warnings: views.flatMap((view, i) => warnAboutMatches(view, matches[i] as (typeof matches)[number])),
  };
};
