import { translations } from '../i18n/messages.ts';

export const partsTexts = translations(
  {
    hint: 'What to do:',
    table: 'The data as a table',
    download: 'Download as SVG',
    loading: 'Loading…',
    cancel: 'Cancel',
    close: 'Close',
    progressOf: (done: string, total: string) => `${done} of ${total}`,
  },
  {
    hint: 'Que faire :',
    table: 'Les données en tableau',
    download: 'Télécharger en SVG',
    loading: 'Chargement…',
    cancel: 'Annuler',
    close: 'Fermer',
    progressOf: (done: string, total: string) => `${done} sur ${total}`,
  },
);
