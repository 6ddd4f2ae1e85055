import { translations } from '../i18n/messages.ts';

export const evaluationTexts = translations(
  {
    // Training
    lossFell: (first: string, last: string, epochs: string) =>
      `Loss went from ${first} to ${last} in ${epochs} epochs`,
    loss: 'loss',
    epoch: 'epoch',
    // Table
    run: 'Run',
    // Compare
    rankBest: (name: string, auc: string) => `${name} ranks best: ROC AUC ${auc}`,
    rankEqual: (auc: string) => `All rank alike: ROC AUC ${auc}`,
    findBest: (name: string, value: string) => `${name} keeps precision best: average precision ${value}`,
    findEqual: (value: string) => `All keep the same precision: average precision ${value}`,
    // Curves
    rocFinding: (auc: string, share: string) =>
      `ROC AUC ${auc}: a leaver ranks above a customer who stays in ${share} of pairs`,
    rocSummary: (names: string) =>
      `ROC curve of ${names}: share of leavers found against share of the others called, at every threshold.`,
    prFinding: (value: string, chance: string) => `Average precision ${value}, against ${chance} by chance`,
    prSummary: (names: string) =>
      `Precision-recall curve of ${names}: share of calls that reach a leaver against share of leavers found.`,
    calibrationFinding: (said: string, was: string) =>
      `Farthest from the truth where it says ${said}: ${was} left`,
    calibrationSummary:
      'Observed share of leavers against the predicted probability, in ten groups of equal size.',
    fpr: 'others called (false positive rate)',
    tpr: 'leavers found (true positive rate)',
    recallAxis: 'leavers found (recall)',
    precisionAxis: 'calls that reach one (precision)',
    predictedAxis: 'predicted probability',
    observedAxis: 'share that left',
    chance: 'chance',
    perfect: 'as said',
    importanceImpurity: (name: string, share: string) =>
      `${name} matters most: ${share} of what the splits gain`,
    importanceCoefficient: (name: string) => `${name} weighs most in the sum`,
    importanceSummary: (count: string) => `The ${count} heaviest columns of the model.`,
    importance: 'share of the gain',
    coefficient: 'coefficient, per standard deviation',
    column: 'Column',
    value: 'Value',
    // Run page
    threshold: 'Threshold',
    // Threshold
    thresholdFinding: (threshold: string, recall: string, precision: string) =>
      `From ${threshold} on: ${recall} of the leavers are found, ${precision} of the calls reach one`,
    thresholdNone: (threshold: string) => `From ${threshold} on nobody is called`,
    thresholdLabel: 'Call customers from this probability on',
    called: 'called',
    notCalled: 'left alone',
    leaves: 'leaves',
    stays: 'stays',
    truePositive: 'leavers called',
    falsePositive: 'needless calls',
    falseNegative: 'missed leavers',
    trueNegative: 'rightly left alone',
    confusion: 'Confusion matrix',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    accuracy: 'Accuracy',
    costMissed: 'Cost of a missed leaver',
    costCall: 'Cost of a needless call',
    cost: 'cost',
    costHere: 'Cost here',
    costFinding: (threshold: string, cost: string, half: string) =>
      `Cheapest at ${threshold}: ${cost}, against ${half} at 0.5`,
    costSummary: 'Cost of missed leavers and needless calls on the test rows, by threshold.',
    toCheapest: 'Go to the cheapest',
  },
  {
    lossFell: (first: string, last: string, epochs: string) =>
      `La perte passe de ${first} à ${last} en ${epochs} époques`,
    loss: 'perte',
    epoch: 'époque',
    run: 'Run',
    rankBest: (name: string, auc: string) => `${name} classe le mieux : ROC AUC ${auc}`,
    rankEqual: (auc: string) => `Tous classent aussi bien : ROC AUC ${auc}`,
    findBest: (name: string, value: string) =>
      `${name} garde la meilleure précision : précision moyenne ${value}`,
    findEqual: (value: string) => `Même précision pour tous : précision moyenne ${value}`,
    rocFinding: (auc: string, share: string) =>
      `ROC AUC ${auc} : un client qui part est classé au-dessus d’un client qui reste dans ${share} des paires`,
    rocSummary: (names: string) =>
      `Courbe ROC de ${names} : part des départs trouvés contre part des autres appelés, à chaque seuil.`,
    prFinding: (value: string, chance: string) => `Précision moyenne ${value}, contre ${chance} au hasard`,
    prSummary: (names: string) =>
      `Courbe précision-rappel de ${names} : part des appels qui touchent un départ contre part des départs trouvés.`,
    calibrationFinding: (said: string, was: string) =>
      `Le plus loin de la réalité quand il annonce ${said} : ${was} sont partis`,
    calibrationSummary:
      'Part observée des départs contre la probabilité prédite, en dix groupes de même taille.',
    fpr: 'autres appelés (taux de faux positifs)',
    tpr: 'départs trouvés (taux de vrais positifs)',
    recallAxis: 'départs trouvés (rappel)',
    precisionAxis: 'appels utiles (précision)',
    predictedAxis: 'probabilité prédite',
    observedAxis: 'part réellement partie',
    chance: 'hasard',
    perfect: 'comme annoncé',
    importanceImpurity: (name: string, share: string) =>
      `${name} compte le plus : ${share} du gain des coupes`,
    importanceCoefficient: (name: string) => `${name} pèse le plus dans la somme`,
    importanceSummary: (count: string) => `Les ${count} colonnes les plus lourdes du modèle.`,
    importance: 'part du gain',
    coefficient: 'coefficient, par écart-type',
    column: 'Colonne',
    value: 'Valeur',
    threshold: 'Seuil',
    thresholdFinding: (threshold: string, recall: string, precision: string) =>
      `À partir de ${threshold} : ${recall} des départs sont trouvés, ${precision} des appels en touchent un`,
    thresholdNone: (threshold: string) => `À partir de ${threshold}, personne n’est appelé`,
    thresholdLabel: 'Appeler les clients à partir de cette probabilité',
    called: 'appelé',
    notCalled: 'laissé tranquille',
    leaves: 'part',
    stays: 'reste',
    truePositive: 'départs appelés',
    falsePositive: 'appels inutiles',
    falseNegative: 'départs manqués',
    trueNegative: 'laissés tranquilles à raison',
    confusion: 'Matrice de confusion',
    precision: 'Précision',
    recall: 'Rappel',
    f1: 'F1',
    accuracy: 'Exactitude',
    costMissed: 'Coût d’un départ manqué',
    costCall: 'Coût d’un appel inutile',
    cost: 'coût',
    costHere: 'Coût ici',
    costFinding: (threshold: string, cost: string, half: string) =>
      `Le moins cher à ${threshold} : ${cost}, contre ${half} à 0,5`,
    costSummary: 'Coût des départs manqués et des appels inutiles sur les lignes de test, selon le seuil.',
    toCheapest: 'Aller au moins cher',
  },
);
