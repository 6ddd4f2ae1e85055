import { translations } from '../i18n/messages.ts';

export const reminderTexts = translations(
  {
    notice: 'Backup',
    due: 'Half an hour of your work is in no backup yet.',
    inMemory: 'Nothing is kept: your work goes when this tab is closed or loaded again.',
    open: 'Save a backup',
    later: 'Later',
  },
  {
    notice: 'Sauvegarde',
    due: 'Une demi-heure de votre travail n’est encore dans aucune sauvegarde.',
    inMemory: 'Rien n’est conservé : votre travail disparaît si cet onglet est fermé ou rechargé.',
    open: 'Faire une sauvegarde',
    later: 'Plus tard',
  },
);
