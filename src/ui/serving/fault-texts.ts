import { translations } from '../i18n/messages.ts';

/** Per kind of fault its name in words, and under `will…` what it will do. */
export const faultTexts = translations(
  {
    'skip-materialization': 'The nightly job does not run',
    'late-data': 'Rows arrive late',
    'drop-feature-view': 'A feature view is gone',
    'null-feature': 'A feature reads as null',
    'wrong-type': 'A feature arrives as another type',
    'slow-store': 'The online store is slow',
    'api-down': 'The API does not answer',
    'willskip-materialization':
      'Materializing reads and writes nothing, and says so only in its counts: the store grows old in silence.',
    'willlate-data':
      'A materialization sees the view’s rows only that many days later, so its newest values stay out.',
    'willdrop-feature-view':
      'Every /predict that needs the view ends in 500, as with a view deleted by mistake.',
    'willnull-feature':
      'A stored value reads as null for that share of the requests: missing features, by chance as it seems.',
    'willwrong-type':
      'A number arrives as the text “n/a”, a text as a number: the model’s signature refuses it.',
    'willslow-store':
      'Every online read takes that much longer; see it in the latencies of the log and of /metrics.',
    'willapi-down': 'Every address answers 503 until the fault is lifted.',
  },
  {
    'skip-materialization': 'Le job de nuit ne tourne pas',
    'late-data': 'Des lignes arrivent en retard',
    'drop-feature-view': 'Une feature view a disparu',
    'null-feature': 'Une feature est lue comme nulle',
    'wrong-type': 'Une feature arrive avec un autre type',
    'slow-store': 'L’online store est lent',
    'api-down': 'L’API ne répond pas',
    'willskip-materialization':
      'La matérialisation ne lit ni n’écrit rien, et seuls ses compteurs le disent : l’online store vieillit en silence.',
    'willlate-data':
      'Une matérialisation ne voit les lignes de la vue qu’autant de jours plus tard : les valeurs les plus récentes n’y sont pas.',
    'willdrop-feature-view':
      'Tout /predict qui a besoin de la vue finit en 500, comme après une suppression par erreur.',
    'willnull-feature':
      'Une valeur stockée est lue comme nulle pour cette part des requêtes : des features manquantes, comme au hasard.',
    'willwrong-type':
      'Un nombre arrive comme le texte « n/a », un texte comme un nombre : la signature du modèle le refuse.',
    'willslow-store':
      'Chaque lecture de l’online store dure d’autant plus ; voyez-le dans les latences du journal et de /metrics.',
    'willapi-down': 'Chaque adresse répond 503 jusqu’à ce que la panne soit levée.',
  },
);
