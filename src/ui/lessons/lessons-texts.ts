import { translations } from '../i18n/messages.ts';

export const lessonsTexts = translations(
  {
    title: 'Lessons',
    none: 'There are no lessons in this version yet. The map leads through the route step by step, and every station works without them.',
    map: 'Go to the map',
  },
  {
    title: 'Leçons',
    none: 'Cette version ne contient pas encore de leçons. La carte guide pas à pas dans le parcours, et chaque étape fonctionne sans elles.',
    map: 'Aller à la carte',
  },
);
