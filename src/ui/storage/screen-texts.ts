import { translations } from '../i18n/messages.ts';

export const screenTexts = translations(
  {
    waiting: 'The lab’s data are held by another tab',
    waitingText:
      'Another tab has the lab open and does not let go: it may be an older version, or deleting the data. Close the lab’s other tabs; this page goes on by itself.',
    forbidden: 'This browser keeps no data for the lab',
    forbiddenText:
      'Its settings, a private window or this address forbid it. Allow this site to store data, or use another window, and load the page again. Or work without: in this tab only, with backups as files.',
    newer: 'Your work was stored by a newer version of the lab',
    newerText:
      'This page is an older version, which would not understand it. Your work is untouched. Load the page again to get the newest version.',
    unreadable: 'The browser cannot read the lab’s data',
    unreadableText:
      'Often loading the page again helps. If it does not, save a backup of what can still be read before you start anew.',
    deleted: 'The lab’s data were deleted',
    deletedText:
      'Another tab or the browser’s settings deleted them while this page was open. If you have a backup, restore it here; loading the page again starts an empty lab.',
    upgraded: 'A newer version of the lab is open in another tab',
    upgradedText: 'It has taken over your work. Load this page again to go on in the new version too.',
    takenAway: 'The browser took the lab’s data away',
    takenAwayText:
      'The site’s data were cleared, or the disk failed. Load the page again to see what is left; if you have a backup, restore it here.',
    reload: 'Load the page again',
    inMemory: 'Work without storage',
    inMemoryWhy:
      'Without storage everything is in this tab and goes with it; the page Storage saves it to a file, and takes such a file back.',
    rescue: 'Your work',
    rescueWhy:
      'A backup takes everything that the browser still has, whether this version can open it or not.',
    anew: 'Start anew with an empty lab',
    anewTitle: 'Delete what cannot be read?',
    anewText:
      'The lab’s data, runs and models in this browser go for good; notebooks stay. Save a backup first: a later version may be able to read it.',
    cancel: 'Cancel',
    details: 'What the browser said',
  },
  {
    waiting: 'Les données du lab sont retenues par un autre onglet',
    waitingText:
      'Un autre onglet a ouvert le lab et ne le libère pas : c’est peut-être une version plus ancienne, ou un effacement en cours. Fermez les autres onglets du lab ; cette page continuera d’elle-même.',
    forbidden: 'Ce navigateur ne conserve aucune donnée pour le lab',
    forbiddenText:
      'Ses réglages, une fenêtre privée ou cette adresse l’interdisent. Autorisez ce site à stocker des données, ou changez de fenêtre, puis rechargez la page. Ou travaillez sans : dans cet onglet seulement, avec des sauvegardes en fichiers.',
    newer: 'Votre travail a été enregistré par une version plus récente du lab',
    newerText:
      'Cette page est une version plus ancienne, qui ne le comprendrait pas. Votre travail est intact. Rechargez la page pour obtenir la version la plus récente.',
    unreadable: 'Le navigateur ne peut pas lire les données du lab',
    unreadableText:
      'Recharger la page suffit souvent. Sinon, faites une sauvegarde de ce qui reste lisible avant de repartir de zéro.',
    deleted: 'Les données du lab ont été effacées',
    deletedText:
      'Un autre onglet ou les réglages du navigateur les ont effacées pendant que cette page était ouverte. Si vous avez une sauvegarde, restaurez-la ici ; recharger la page ouvre un lab vide.',
    upgraded: 'Une version plus récente du lab est ouverte dans un autre onglet',
    upgradedText:
      'Elle a repris votre travail. Rechargez cette page pour continuer, vous aussi, dans la nouvelle version.',
    takenAway: 'Le navigateur a retiré les données du lab',
    takenAwayText:
      'Les données du site ont été effacées, ou le disque a un problème. Rechargez la page pour voir ce qui reste ; si vous avez une sauvegarde, restaurez-la ici.',
    reload: 'Recharger la page',
    inMemory: 'Travailler sans stockage',
    inMemoryWhy:
      'Sans stockage, tout se trouve dans cet onglet et disparaît avec lui ; la page Stockage permet de l’enregistrer dans un fichier et de le reprendre.',
    rescue: 'Votre travail',
    rescueWhy:
      'Une sauvegarde prend tout ce que le navigateur a encore, que cette version sache l’ouvrir ou non.',
    anew: 'Repartir d’un lab vide',
    anewTitle: 'Effacer ce qui est illisible ?',
    anewText:
      'Les données, runs et modèles du lab dans ce navigateur disparaissent pour de bon ; les notebooks restent. Faites d’abord une sauvegarde : une version ultérieure saura peut-être la lire.',
    cancel: 'Annuler',
    details: 'Ce qu’a dit le navigateur',
  },
);
