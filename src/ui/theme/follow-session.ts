import { type Session, session } from '../../lab/session/session.ts';

/**
 * The document tells its language and theme from now on. Begun before anything is shown: what is shown first would be
 * styled twice, and a dark page be light for a moment.
 */
export function followSession(): void {
  const mark = ({ language, theme }: Session): void => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  };
  mark(session.getState());
  session.subscribe(mark);
}
