import type { InBoth, OwnTexts } from './own-texts.ts';

export const BUILD_TEXTS: Record<string, InBoth<OwnTexts>> = {
  'telemetry-foundation': {
    en: {
      title: 'Telemetry foundation',
      oneLine: 'See what your systems do before your customers tell you.',
      problemStatement:
        'Each team has its own logs, alarms come too late or too often, and causes are guessed.',
      bestFor: ['Teams who search logs by hand', 'Systems of many parts', 'Firms with promised availability'],
      notFor: ['Managed monitoring', 'Web analytics', 'Call centre'],
      outcomes: ['Causes found in minutes', 'Alarms that mean something', 'Availability that you can prove'],
      deliverables: [
        'Measurements, logs and traces in one place',
        'Dashboards for three core services',
        'Goals of availability with alarms',
        'Runbooks for ten alarms',
        'Training for two teams',
      ],
      question: 'Which products do you use?',
      answer: 'OpenTelemetry and the storage that you have, or open-source storage in your own cloud.',
    },
    fr: {
      title: 'Socle de télémétrie',
      oneLine: 'Voir ce que font vos systèmes avant que vos clients ne vous le disent.',
      problemStatement:
        'Chaque équipe a ses journaux, les alarmes viennent trop tard ou trop souvent, et les causes se devinent.',
      bestFor: [
        'Les équipes qui fouillent les journaux à la main',
        'Les systèmes aux nombreux composants',
        'Les entreprises engagées sur la disponibilité',
      ],
      notFor: ['Supervision infogérée', 'Statistiques de site web', 'Centre d’appels'],
      outcomes: [
        'Des causes trouvées en quelques minutes',
        'Des alarmes qui ont un sens',
        'Une disponibilité que l’on prouve',
      ],
      deliverables: [
        'Mesures, journaux et traces en un seul lieu',
        'Tableaux de bord de trois services essentiels',
        'Objectifs de disponibilité avec alarmes',
        'Fiches réflexes pour dix alarmes',
        'Formation de deux équipes',
      ],
      question: 'Quels produits employez-vous ?',
      answer: 'OpenTelemetry et votre stockage existant, ou un stockage libre dans votre propre nuage.',
    },
  },
  'assistant-pilot': {
    en: {
      title: 'Assistant pilot',
      oneLine: 'An assistant that answers from your own documents, with thirty users and figures.',
      problemStatement:
        'People search for hours in manuals and tickets. Public chatbots do not know them and must not see them.',
      bestFor: [
        'Service teams with many manuals',
        'Firms with confidential knowledge',
        'Sponsors who want figures first',
      ],
      notFor: ['Model training', 'Image generation', 'Academic research'],
      outcomes: ['Answers with their sources', 'Time saved, as a figure', 'A decision about going on'],
      deliverables: [
        'Pilot for thirty users',
        'Two sources of knowledge, connected',
        'Measure of the quality of answers',
        'Rules and limits of use',
        'Report with costs of operation',
      ],
      question: 'Does our data leave the house?',
      answer: 'Only if you choose so. The pilot can run with a model in your own environment.',
    },
    fr: {
      title: 'Pilote d’assistant',
      oneLine: 'Un assistant qui répond d’après vos documents, avec trente utilisateurs et des chiffres.',
      problemStatement:
        'On cherche des heures dans les manuels et les tickets. Les assistants publics ne les connaissent pas et ne doivent pas les voir.',
      bestFor: [
        'Les équipes de service aux nombreux manuels',
        'Les entreprises au savoir confidentiel',
        'Les commanditaires qui veulent d’abord des chiffres',
      ],
      notFor: ['Entraînement de modèles', 'Génération d’images', 'Recherche universitaire'],
      outcomes: ['Des réponses avec leurs sources', 'Un gain de temps chiffré', 'Une décision sur la suite'],
      deliverables: [
        'Pilote pour trente utilisateurs',
        'Deux sources de savoir raccordées',
        'Mesure de la qualité des réponses',
        'Règles et limites d’usage',
        'Rapport avec coûts d’exploitation',
      ],
      question: 'Nos données sortent-elles de l’entreprise ?',
      answer: 'Seulement si vous le choisissez. Le pilote peut employer un modèle dans votre environnement.',
    },
  },
  'shop-floor-to-cloud': {
    en: {
      title: 'Shop floor to cloud',
      oneLine: 'Figures of your machines where your planners can use them.',
      problemStatement:
        'Machines know their state, but it reaches planning on paper, a day late, and in each plant in other words.',
      bestFor: [
        'Manufacturers with several plants',
        'Planners without live figures',
        'Lines with controllers of many makers',
      ],
      notFor: ['Hardware replacement', 'Office wifi', 'Cloud resale'],
      outcomes: ['Live figures of each line', 'One language for all plants', 'Data that others can build on'],
      deliverables: [
        'Model of machines and signals',
        'Gateways on two lines',
        'Data platform in your cloud',
        'Connection to planning',
        'Dashboards for shift leaders',
        'Plan for the remaining lines',
      ],
      question: 'Do our machines need new controllers?',
      answer: 'Usually not. Gateways read what the present controllers already know.',
    },
    fr: {
      title: 'De l’atelier au nuage',
      oneLine: 'Les chiffres de vos machines là où vos planificateurs s’en servent.',
      problemStatement:
        'Les machines connaissent leur état, mais il arrive sur papier, un jour trop tard, et dans chaque usine en d’autres mots.',
      bestFor: [
        'Les industriels à plusieurs usines',
        'Les planificateurs sans chiffres en direct',
        'Les lignes aux automates de nombreux fabricants',
      ],
      notFor: ['Remplacement de matériel', 'Wifi de bureau', 'Revente de nuage'],
      outcomes: [
        'Les chiffres de chaque ligne en direct',
        'Un seul langage pour toutes les usines',
        'Des données sur lesquelles bâtir',
      ],
      deliverables: [
        'Modèle des machines et des signaux',
        'Passerelles sur deux lignes',
        'Plateforme de données dans votre nuage',
        'Raccordement à la planification',
        'Tableaux de bord des chefs d’équipe',
        'Plan pour les lignes restantes',
      ],
      question: 'Faut-il de nouveaux automates ?',
      answer: 'En général non. Des passerelles lisent ce que savent déjà les automates en place.',
    },
  },
  'integration-backbone': {
    en: {
      title: 'Integration backbone',
      oneLine: 'One road between your systems instead of forty paths.',
      problemStatement:
        'Each new system is wired to all the others. A change in one breaks three that nobody remembers.',
      bestFor: [
        'Firms with many purchased systems',
        'Teams before a change of ERP',
        'Groups that take over firms',
      ],
      notFor: ['One-off import', 'Spreadsheet macro', 'Fixed bid'],
      outcomes: [
        'New connections in days',
        'Failures that are seen and repeated',
        'Owners for every interface',
      ],
      deliverables: [
        'Inventory of interfaces with owners',
        'Backbone in operation',
        'Five connections moved onto it',
        'Rules for new interfaces',
        'Monitoring with redelivery',
        'Training for your developers',
      ],
      question: 'Do we need a new product?',
      answer: 'Often what you own is enough. We say so before anything is bought.',
    },
    fr: {
      title: 'Colonne vertébrale d’intégration',
      oneLine: 'Une route entre vos systèmes au lieu de quarante sentiers.',
      problemStatement:
        'Chaque nouveau système est relié à tous les autres. Un changement en casse trois que tout le monde a oubliés.',
      bestFor: [
        'Les entreprises aux nombreux logiciels achetés',
        'Les équipes avant un changement d’ERP',
        'Les groupes qui reprennent des sociétés',
      ],
      notFor: ['Import unique', 'Macro de tableur', 'Forfait sur appel d’offres'],
      outcomes: [
        'De nouveaux raccordements en quelques jours',
        'Des échecs vus et rejoués',
        'Un responsable par interface',
      ],
      deliverables: [
        'Inventaire des interfaces avec responsables',
        'Colonne vertébrale en service',
        'Cinq raccordements migrés',
        'Règles des nouvelles interfaces',
        'Supervision avec réémission',
        'Formation de vos développeurs',
      ],
      question: 'Faut-il un nouveau produit ?',
      answer: 'Souvent, ce que vous possédez suffit. Nous le disons avant tout achat.',
    },
  },
};
