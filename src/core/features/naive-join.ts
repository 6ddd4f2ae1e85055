import { positionsWhere } from '../table/take.ts';
import { everyRow, type JoinMode } from './join-mode.ts';
import { warnAboutRows } from './join-warnings.ts';
import { matchViews, type SourcedView } from './joined-view.ts';
import type { Matches } from './point-in-time-join.ts';

/**
 * The join that leaks: the latest row per key whatever the entity row's instant, ttl ignored. For lessons; what a
 * plain `merge` on the newest table does. Warns of every row that got values from its future.
 */
export const naiveJoin: JoinMode = (frame, views) => {
  const order = { rows: null, times: new Float64Array(frame.table.nRows).fill(Number.POSITIVE_INFINITY) };
  const matches = matchViews(frame, views, { order, ttlOf: () => 0 });
  const leaks = ({ source }: SourcedView, { rows }: Matches): Int32Array =>
    positionsWhere(rows.length, (row) => {
      const used = rows[row] as number;
      return used >= 0 && (source.times.values[used] as number) > (frame.times.values[row] as number);
    });
  return {
    entityRows: everyRow(frame),
    views: matches,
    warnings: views.flatMap((view, i) => {
      const rows = leaks(view, matches[i] as Matches);
      return warnAboutRows(rows, {
        code: 'value-from-the-future',
        message: `${rows.length} rows hold values of '${view.view.name}' from after their own instant`,
        hint: "join point-in-time instead: as: 'lab'",
      });
    }),
  };
};
