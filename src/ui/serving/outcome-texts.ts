import { translations } from '../i18n/messages.ts';

/** Per outcome its name, and under `why…` what it means and what to do. */
export const outcomeTexts = translations(
  {
    predicts: (label: string) => `the model says ${label}`,
    success: 'success',
    imputed: 'imputed',
    'stale-served': 'stale, served',
    'unknown-entity': 'unknown entity',
    'features-missing': 'features missing',
    'stale-rejected': 'stale, refused',
    'wrong-type': 'wrong type',
    'model-error': 'model error',
    'store-error': 'store error',
    'invalid-request': 'invalid request',
    'not-initialized': 'no model',
    'not-started': 'not started',
    'api-down': 'API down',
    whysuccess: 'Every feature was in the online store and new enough; the model answered from them.',
    whyimputed:
      'A feature had no value, so the model got the default of its training rows instead. The customer got an answer; whether it is a good one, only monitoring can tell.',
    'whystale-served':
      'The answer rests on old values: the online store was last filled longer ago than the limit allows. The API answered all the same, by its policy. Materialize up to the clock.',
    'whyunknown-entity':
      'No view has a row for this id. Either it is wrong, or the customer came after the last materialization.',
    'whyfeatures-missing':
      'The entity is known, but a value is null or its row was not written, and the policy refuses to guess. Start again with impute to have the gap filled.',
    'whystale-rejected':
      'Values are older than the limit, and the policy refuses to answer from them. The caller did nothing wrong, hence 503: it passes once fresh values are materialized.',
    'whywrong-type':
      'A value does not fit the model’s signature, so MLflow refuses it before the model sees it. Training and serving no longer agree on a type: look at what feeds the online store.',
    'whymodel-error': 'The model itself failed on these values.',
    'whystore-error': 'The online store could not be read: a view that the API asks for is not there.',
    'whyinvalid-request':
      'The body is not what the API’s schema asks for. FastAPI answers 422 and says where and why, before anything is read.',
    'whynot-initialized':
      'At start, the model URI meant no version, so the API has no model. A promotion afterwards changes nothing until the API is restarted.',
    'whynot-started': 'No process listens. Start the API first.',
    'whyapi-down': 'The process does not answer: the fault api-down is on.',
  },
  {
    predicts: (label: string) => `le modèle dit ${label}`,
    success: 'succès',
    imputed: 'imputé',
    'stale-served': 'périmé, servi',
    'unknown-entity': 'entité inconnue',
    'features-missing': 'features manquantes',
    'stale-rejected': 'périmé, refusé',
    'wrong-type': 'mauvais type',
    'model-error': 'erreur du modèle',
    'store-error': 'erreur de l’online store',
    'invalid-request': 'requête invalide',
    'not-initialized': 'sans modèle',
    'not-started': 'non démarrée',
    'api-down': 'API en panne',
    whysuccess:
      'Toutes les features étaient dans l’online store, assez récentes ; le modèle a répondu à partir d’elles.',
    whyimputed:
      'Une feature n’avait pas de valeur : le modèle a reçu la valeur par défaut de l’entraînement. Le client a une réponse ; est-elle bonne ? Seul le monitoring le dira.',
    'whystale-served':
      'La réponse repose sur de vieilles valeurs : l’online store a été rempli il y a plus longtemps que la limite. L’API a répondu quand même, selon sa politique. Matérialisez jusqu’à l’horloge.',
    'whyunknown-entity':
      'Aucune vue n’a de ligne pour cet identifiant. Il est faux, ou le client est arrivé après la dernière matérialisation.',
    'whyfeatures-missing':
      'L’entité est connue, mais une valeur est nulle ou sa ligne n’a pas été écrite, et la politique refuse de deviner. Redémarrez avec impute pour combler le trou.',
    'whystale-rejected':
      'Des valeurs dépassent la limite d’âge, et la politique refuse de répondre avec elles. L’appelant n’y est pour rien, d’où le 503 : il disparaît une fois des valeurs fraîches matérialisées.',
    'whywrong-type':
      'Une valeur ne correspond pas à la signature du modèle : MLflow la refuse avant que le modèle ne la voie. L’entraînement et le serving ne s’accordent plus sur un type : regardez ce qui alimente l’online store.',
    'whymodel-error': 'Le modèle lui-même a échoué sur ces valeurs.',
    'whystore-error': 'L’online store n’a pas pu être lu : une vue que l’API demande n’existe plus.',
    'whyinvalid-request':
      'Le corps n’est pas celui que demande le schéma de l’API. FastAPI répond 422 et dit où et pourquoi, avant toute lecture.',
    'whynot-initialized':
      'Au démarrage, l’URI du modèle ne désignait aucune version : l’API n’a pas de modèle. Une promotion ultérieure ne change rien avant un redémarrage.',
    'whynot-started': 'Aucun processus n’écoute. Démarrez d’abord l’API.',
    'whyapi-down': 'Le processus ne répond pas : la panne api-down est active.',
  },
);
