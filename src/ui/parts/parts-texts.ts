import { translations } from '../i18n/messages.ts';

export const partsTexts = translations(
  {
    hint: 'What to do:',
    table: 'The data as a table',
    downloadSvg: 'Download as SVG',
    downloadPng: 'Download as PNG',
    loading: 'Loading…',
    cancel: 'Cancel',
    close: 'Close',
    progressOf: (done: string, total: string) => `${done} of ${total}`,
  },
  {
    hint: 'Que faire :',
    table: 'Les données en tableau',
    downloadSvg: 'Télécharger en SVG',
    downloadPng: 'Télécharger en PNG',
    loading: 'Chargement…',
    cancel: 'Annuler',
    close: 'Fermer',
    progressOf: (done: string, total: string) => `${done} sur ${total}`,
  },
);
