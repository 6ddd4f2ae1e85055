import type { OnlineStoreState, OnlineView } from '../../lab/serving/read-online-store.ts';
import type { Formats } from '../i18n/use-formats.ts';
import type { ServingTexts } from './serving-texts.ts';

/**
 * What is to be said of the online store in one line: how far the values in it reach, which is not always as far as the
 * windows that were materialized, or that the last job wrote older rows over newer ones.
 */
export function onlineTitle(
  { now, views }: Pick<OnlineStoreState, 'now' | 'views'>,
  texts: ServingTexts,
  formats: Pick<Formats, 'date' | 'duration' | 'percent'>,
): string {
  const filled = views.filter(isFilled);
  if (filled.length === 0) return texts.chartEmpty;
  const wentBack = filled.filter((view) => lastEndOf(view) < view.newestEvent);
  if (wentBack.length > 0) {
    const share = sumOf(wentBack, 'nNewest') / sumOf(wentBack, 'nRows');
    const end = Math.max(...wentBack.map(lastEndOf));
    const newest = Math.max(...wentBack.map(({ newestEvent }) => newestEvent));
    return texts.chartWentBack(formats.date(end), formats.percent(share), formats.date(newest));
  }
  const newest = filled.map(({ newestEvent }) => newestEvent);
  const [first, last] = [Math.min(...newest), Math.max(...newest)];
  if (first !== last) return texts.chartUneven(formats.date(first), formats.date(last));
  if (last >= now) return texts.chartExact(formats.date(last));
  return texts.chartCurrent(formats.date(last), formats.duration(now - last));
}

type FilledView = OnlineView & { readonly newestEvent: number };

function isFilled(view: OnlineView): view is FilledView {
  return view.newestEvent !== null;
}

/** A view whose rows came in some other way than by a window has none to go back to. */
function lastEndOf({ intervals }: OnlineView): number {
  return intervals.at(-1)?.end ?? Number.POSITIVE_INFINITY;
}

function sumOf(views: readonly OnlineView[], count: 'nNewest' | 'nRows'): number {
  return views.reduce((sum, view) => sum + view[count], 0);
}
