import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { stationAt } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

/** The page of a station, unless the link of the lesson that is open hides it or locks what is on it; then it says so. */
export function Unlocked({ children }: { readonly children: ReactNode }) {
  const texts = useMessages(shellTexts);
  const [address] = useLocation();
  const { title, stations, controls } = useStore(lessonLocks);
  const station = stationAt(address);
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
    (controls.includes('data') && station === 'data') ||
    (controls.includes('faults') && address.startsWith('/serving/faults'));
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
