import type { InBoth, OwnTexts } from './own-texts.ts';

export const AUDIT_TEXTS: Record<string, InBoth<OwnTexts>> = {
  'security-posture-review': {
    en: {
      title: 'Security posture review',
      oneLine: 'Where you stand, what to mend first, and what it costs to wait.',
      problemStatement:
        'Controls have grown over years, reports disagree, and nobody can say which risk is worth the next euro.',
      bestFor: [
        'Boards that must answer for security',
        'Teams before an insurance renewal',
        'Firms that have just merged',
      ],
      notFor: ['Penetration test', 'Managed monitoring', 'Office wifi'],
      outcomes: [
        'One ranked list of risks',
        'A budget for twelve months',
        'Findings that your auditors can follow',
      ],
      deliverables: [
        'Risk register with owners',
        'Map of controls against your framework',
        'Ranked plan of measures',
        'Costs and effort of each measure',
        'Board summary of two pages',
      ],
      question: 'Will you try to break into our systems?',
      answer: 'No. We read configurations and talk to people; testing by attack is another kind of work.',
    },
    fr: {
      title: 'Revue de la posture de sécurité',
      oneLine: 'Où vous en êtes, quoi corriger d’abord, et ce que coûte l’attente.',
      problemStatement:
        'Les contrôles se sont empilés avec les années, les rapports se contredisent, et personne ne sait quel risque mérite le prochain euro.',
      bestFor: [
        'Les directions qui répondent de la sécurité',
        'Les équipes avant un renouvellement d’assurance',
        'Les entreprises qui viennent de fusionner',
      ],
      notFor: ['Test d’intrusion', 'Supervision infogérée', 'Wifi de bureau'],
      outcomes: [
        'Une seule liste de risques, classée',
        'Un budget sur douze mois',
        'Des constats que vos auditeurs peuvent suivre',
      ],
      deliverables: [
        'Registre des risques avec responsables',
        'Contrôles rapportés à votre référentiel',
        'Plan de mesures classé',
        'Coût et charge de chaque mesure',
        'Synthèse de deux pages pour la direction',
      ],
      question: 'Allez-vous tenter d’entrer dans nos systèmes ?',
      answer:
        'Non. Nous lisons les configurations et écoutons les équipes ; le test d’attaque est un autre métier.',
    },
  },
  'ai-readiness-check': {
    en: {
      title: 'AI readiness check',
      oneLine: 'Which uses of AI pay for themselves with the data and rules that you have.',
      problemStatement:
        'Everybody has an idea for AI, some have started, and nobody has asked who answers for what it decides.',
      bestFor: [
        'Firms with many ideas and no order',
        'Owners of sensitive data',
        'Leaders who must set rules soon',
      ],
      notFor: ['Model training', 'Academic research', 'Staff augmentation'],
      outcomes: [
        'Three uses worth starting',
        'Rules that people can follow',
        'A clear view of data that is missing',
      ],
      deliverables: [
        'Catalogue of uses with their value',
        'State of the data behind each use',
        'Risk class of each use by law',
        'Draft of a policy for AI',
        'Plan of the first ninety days',
      ],
      question: 'Why is there a deposit?',
      answer: 'It holds two fixed weeks in our calendar and is taken off the price.',
    },
    fr: {
      title: 'Diagnostic de maturité IA',
      oneLine: 'Les usages de l’IA qui se rentabilisent avec vos données et vos règles.',
      problemStatement:
        'Chacun a son idée d’IA, certains ont commencé, et personne n’a demandé qui répond de ce qu’elle décide.',
      bestFor: [
        'Les entreprises aux idées nombreuses et sans ordre',
        'Les détenteurs de données sensibles',
        'Les dirigeants qui doivent vite fixer des règles',
      ],
      notFor: ['Entraînement de modèles', 'Recherche universitaire', 'Renfort de personnel'],
      outcomes: [
        'Trois usages qui méritent de commencer',
        'Des règles que l’on peut suivre',
        'Une vue claire des données manquantes',
      ],
      deliverables: [
        'Catalogue des usages et de leur valeur',
        'État des données de chaque usage',
        'Classe de risque légale de chaque usage',
        'Projet de politique d’IA',
        'Plan des quatre-vingt-dix premiers jours',
      ],
      question: 'Pourquoi un acompte ?',
      answer: 'Il réserve deux semaines fermes dans notre calendrier et se déduit du prix.',
    },
  },
  'performance-tune-up': {
    en: {
      title: 'Performance tune-up',
      oneLine: 'Find what makes a system slow, measure it, and take it away.',
      problemStatement:
        'Pages and jobs take longer each month, hardware has been added, and it did not help for long.',
      bestFor: [
        'Systems that have outgrown their design',
        'Teams before a season of heavy load',
        'Shops that pay too much for servers',
      ],
      notFor: ['Full rewrite', 'Hardware purchase', 'Visual redesign'],
      outcomes: [
        'Response times that hold under load',
        'Fewer servers for the same work',
        'Measurements that stay with you',
      ],
      deliverables: [
        'Load test that you can repeat',
        'Profile of the slowest paths',
        'The five most useful changes, made',
        'Figures before and after',
        'Limits to watch from now on',
      ],
      question: 'Do you change our code?',
      answer: 'Yes, in branches that your team reviews and merges.',
    },
    fr: {
      title: 'Réglage de performance',
      oneLine: 'Trouver ce qui ralentit un système, le mesurer et l’enlever.',
      problemStatement:
        'Pages et traitements s’allongent chaque mois ; du matériel a été ajouté, et cela n’a pas aidé longtemps.',
      bestFor: [
        'Les systèmes devenus trop petits',
        'Les équipes avant une saison de forte charge',
        'Ceux qui paient trop de serveurs',
      ],
      notFor: ['Réécriture complète', 'Achat de matériel', 'Refonte visuelle'],
      outcomes: [
        'Des temps de réponse qui tiennent la charge',
        'Moins de serveurs pour le même travail',
        'Des mesures qui vous restent',
      ],
      deliverables: [
        'Test de charge reproductible',
        'Profil des chemins les plus lents',
        'Les cinq changements les plus utiles, réalisés',
        'Chiffres avant et après',
        'Seuils à surveiller désormais',
      ],
      question: 'Modifiez-vous notre code ?',
      answer: 'Oui, dans des branches que votre équipe relit et fusionne.',
    },
  },
};
