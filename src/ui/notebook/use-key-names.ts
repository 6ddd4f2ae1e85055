import { useLanguage } from '../i18n/use-messages.ts';

const IS_MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

const NAMES: Readonly<Record<'en' | 'fr', Readonly<Record<string, string>>>> = {
  en: {
    ...{ Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', Delete: 'Del' },
    ...{ Mod: IS_MAC ? '⌘' : 'Ctrl', Alt: IS_MAC ? '⌥' : 'Alt' },
  },
  fr: {
    ...{ Escape: 'Échap', ArrowUp: '↑', ArrowDown: '↓', Enter: 'Entrée', Home: 'Début', End: 'Fin' },
    ...{ Delete: 'Suppr', Space: 'Espace', Shift: 'Maj' },
    ...{ Mod: IS_MAC ? '⌘' : 'Ctrl', Alt: IS_MAC ? '⌥' : 'Alt' },
  },
};

/** Writes keys as they stand on this reader's keyboard: 'Maj+Entrée', 'D D'. */
export function useKeyNames(): (keys: string) => string {
  const names = NAMES[useLanguage()];
  const nameOf = (key: string): string => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return (keys) =>
    keys
      .split(' ')
      .map((press) => press.split('+').map(nameOf).join('+'))
      .join(' ');
}
