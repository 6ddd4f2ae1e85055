import { translations } from '../i18n/messages.ts';

export const versionTexts = translations(
  {
    notice: 'New version',
    ready: 'A new version of the lab is ready.',
    taken: 'The lab was brought up to date in another tab; this tab still runs the version before.',
    keeps: 'Your work stays where it is.',
    busy: 'It can be opened when what is running now has ended.',
    take: 'Open the new version',
    later: 'Later',
  },
  {
    notice: 'Nouvelle version',
    ready: 'Une nouvelle version du lab est prête.',
    taken: 'Le lab a été mis à jour dans un autre onglet ; celui-ci utilise encore la version précédente.',
    keeps: 'Votre travail reste en place.',
    busy: 'Vous pourrez l’ouvrir quand l’exécution en cours sera terminée.',
    take: 'Ouvrir la nouvelle version',
    later: 'Plus tard',
  },
);
