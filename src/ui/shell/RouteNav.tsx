import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { listRuns } from '../../lab/runs/search-runs.ts';
import { usePath } from '../address.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useHasStirred } from '../use-has-stirred.ts';
import { useLabAside } from '../workspace-queries.ts';
import { addressOf, isLessonAddress, STATIONS, type Station, stationAt } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

/** The stations in order, each with what is there now. */
export function RouteNav() {
  const texts = useMessages(shellTexts);
  const formats = useFormats();
  const here = usePath(stationAt);
  const counts = useStationCounts();
  const hidden = useStore(lessonLocks, ({ stations }) => stations);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the stations are a row that scrolls: the present one is to be seen.
    const link = here === null ? null : nav.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (nav.current === null || link == null) return;
    nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
  }, [here]);
  return (
    <nav ref={nav} className="route-nav" aria-label={texts.stations}>
      <ol>
        {STATIONS.filter((station) => !hidden.some((name) => name === station)).map((station) => {
          const count = counts[station];
          return (
            <li key={station}>
              <Link
                href={addressOf(station)}
                {...(station === here ? { 'aria-current': 'page' as const } : {})}
              >
                <span>{texts[station]}</span>
                {count !== undefined && count > 0 && (
                  <span className="nav-count">{formats.count(count)}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** How many months, views, runs and versions there are; nothing while the lab opens. */
function useStationCounts(): Partial<Record<Station, number>> {
  const hasStirred = useHasStirred();
  const isInLesson = usePath(isLessonAddress);
  // A lesson works in a lab of its own: the free one can wait.
  const isWanted = hasStirred || !isInLesson;
  const { data } = useLabAside(
    ['data', 'features', 'runs', 'models'],
    ['station-counts'],
    async ({ engine }) => {
      const [tables, views, runs, versions] = await Promise.all([
        engine.snapshots.listTables(),
        engine.features.listFeatureViews(),
        listRuns({ engine }),
        engine.registry.searchModelVersions(),
      ]);
      const months = new Set(tables.flatMap(({ asOf }) => asOf));
      return { data: months.size, features: views.length, runs: runs.length, models: versions.length };
    },
    { isWanted },
  );
  return data ?? {};
}
