import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { type Language, session, setLanguage, setTheme, type Theme } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { SaveState } from './SaveState.tsx';
import { shellTexts } from './shell-texts.ts';

// It tells of the lab, which is opened after the page is shown: popover and digests need not be there before.
const LabState = lazy(async () => ({ default: (await import('./LabState.tsx')).LabState }));

/** Name, lab clock, dataset, saving state, language and theme. */
export function TopBar() {
  const texts = useMessages(shellTexts);
  const language = useStore(session, (state) => state.language);
  const theme = useStore(session, (state) => state.theme);
  const [address] = useLocation();
  // Beside the lesson's own clock a second one would only confuse.
  const isInLesson = /^\/lessons\/(?!link\b)./.test(address);
  const isLanguageLocked = useStore(lessonLocks, ({ controls }) => controls.includes('language'));
  return (
    <header className="top-bar">
      <span className="lab-name">StreamFlow Lab</span>
      {isInLesson ? (
        <span className="bar-lesson" title={texts.lessonLabWhy}>
          {texts.lessonLab}
        </span>
      ) : (
        <Suspense>
          <LabState />
        </Suspense>
      )}
      <span className="bar-space" />
      <SaveState />
      <label className="bar-choice">
        <span className="visually-hidden">{texts.language}</span>
        <select
          value={language}
          disabled={isLanguageLocked}
          title={isLanguageLocked ? texts.lockedByLink : undefined}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          <option value="en" lang="en">
            English
          </option>
          <option value="fr" lang="fr">
            Français
          </option>
        </select>
      </label>
      <label className="bar-choice">
        <span className="visually-hidden">{texts.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          <option value="system">{texts.system}</option>
          <option value="light">{texts.light}</option>
          <option value="dark">{texts.dark}</option>
        </select>
      </label>
    </header>
  );
}
