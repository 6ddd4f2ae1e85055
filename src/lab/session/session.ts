// zustand: a store of 1 kB that knows no React; the page binds to it by a selector.
import { createStore } from 'zustand/vanilla';
import { browserTexts } from './browser-texts.ts';

/** Languages of the interface. */
export type Language = 'en' | 'fr';

/** 'system' follows the computer's setting. */
export type Theme = 'light' | 'dark' | 'system';

/** What belongs to this browser rather than to the lab: how it is shown. */
export interface Session {
  readonly language: Language;
  readonly theme: Theme;
  /** What a screen reader is told, newest only. */
  readonly announcement: string;
}

const STORAGE_KEY = 'streamflow-session';

/** The session as it was left, kept from reload to reload. */
export const session = createStore<Session>(() => ({
  language: navigator.language.startsWith('fr') ? 'fr' : 'en',
  theme: 'system',
  ...restore(),
  announcement: '',
}));

session.subscribe(({ language, theme }) => {
  browserTexts().setItem(STORAGE_KEY, JSON.stringify({ language, theme }));
});

/** Shows the interface in another language; the work is not touched. */
export function setLanguage(language: Language): void {
  session.setState({ language });
}

export function setTheme(theme: Theme): void {
  session.setState({ theme });
}

/** Tells screen readers what happened, once. */
export function announce(announcement: string): void {
  session.setState({ announcement });
}

/** Only what is well-formed: the key may have been written by another version, or by hand. */
function restore(): Partial<Session> {
  try {
    const kept: unknown = JSON.parse(browserTexts().getItem(STORAGE_KEY) ?? '{}');
    const { language, theme } = kept as Partial<Session>;
    return {
      ...(language === 'en' || language === 'fr' ? { language } : {}),
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    };
  } catch {
    return {};
  }
}
