import { Suspense } from 'react';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { type Language, session, setLanguage, setTheme, type Theme } from '../../lab/session/session.ts';
import { usePath } from '../address.ts';
import { fetched } from '../fetched.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { isLessonAddress } from './routes.ts';
import { SaveState } from './SaveState.tsx';
import { shellTexts } from './shell-texts.ts';

// It tells of the lab, which is opened after the page is shown: popover and digests need not be there before.
const LabState = fetched(async () => (await import('./LabState.tsx')).LabState);

/** Name, lab clock, dataset, saving state, language and theme. */
export function TopBar() {
  const texts = useMessages(shellTexts);
  const language = useStore(session, (state) => state.language);
  const theme = useStore(session, (state) => state.theme);
  // Beside the lesson's own clock a second one would only confuse.
  const isInLesson = usePath(isLessonAddress);
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
      <label className="bar-choice" title={texts.language}>
        <span className="visually-hidden">{texts.language}</span>
        <BarSign path="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c4 4.2 4 8.8 0 13M8 1.5c-4 4.2-4 8.8 0 13" />
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
      <label className="bar-choice" title={texts.theme}>
        <span className="visually-hidden">{texts.theme}</span>
        <BarSign path="M8 1.5a6.5 6.5 0 1 0 0 13zM8 1.5a6.5 6.5 0 1 1 0 13" isHalf />
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          <option value="system">{texts.system}</option>
          <option value="light">{texts.light}</option>
          <option value="dark">{texts.dark}</option>
        </select>
      </label>
    </header>
  );
}

/** Stands for a choice on a phone, where the words of all of them find no room. */
function BarSign({ path, isHalf = false }: { readonly path: string; readonly isHalf?: boolean }) {
  return (
    <svg className="bar-sign" width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">
      {isHalf && <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />}
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
