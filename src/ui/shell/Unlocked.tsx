import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { usePath } from '../address.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { stationAt } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

/** The page of a station, unless the link of the lesson that is open hides it or locks what is on it; then it says so. */
export function Unlocked({ children }: { readonly children: ReactNode }) {
  const texts = useMessages(shellTexts);
  const { title, stations, controls } = useStore(lessonLocks);
  const station = usePath(stationAt);
  const isAtFaults = usePath((path) => path.startsWith('/serving/faults'));
  if (title === null || station === null || station === 'lessons') return children;
  if (stations.some((name) => name === station)) {
    return (
      <div className="page">
        <h1>{texts[station]}</h1>
        <p className="empty">
          {texts.hiddenByLink(title)} <Link href="/lessons">{texts.toLessons}</Link>
        </p>
      </div>
    );
  }
  const isLocked =
    (controls.includes('data') && station === 'data') || (controls.includes('faults') && isAtFaults);
  if (!isLocked) return children;
  return (
    <>
      <p className="notice" data-kind="caution">
        {texts.lockedStation(title)}
      </p>
      <div inert className="locked">
        {children}
      </div>
    </>
  );
}
