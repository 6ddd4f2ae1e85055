import { useStore } from 'zustand';
import { type Language, session } from '../../lab/session/session.ts';

/** The language the interface is shown in. */
export function useLanguage(): Language {
  return useStore(session, ({ language }) => language);
}

/** The texts of a page in the present language. */
export function useMessages<M>(texts: Record<Language, M>): M {
  return texts[useLanguage()];
}
