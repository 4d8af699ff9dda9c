import type { InBoth, OwnTexts } from './own-texts.ts';

export const OPERATE_TEXTS: Record<string, InBoth<OwnTexts>> = {
  'incident-recovery-sprint': {
    en: {
      title: 'Incident recovery sprint',
      oneLine: 'Back in operation after an incident, in an order that somebody answers for.',
      problemStatement:
        'An attack or a failure has stopped the work. Everybody is busy, and nobody knows what to restore first.',
      bestFor: [
        'Firms in the middle of an incident',
        'Plants that stand still',
        'Teams without a recovery plan',
      ],
      notFor: ['Court evidence', 'Long-term operations', 'Hardware replacement'],
      outcomes: ['Core work runs again', 'The way in is closed', 'A plan for the next time'],
      deliverables: [
        'Situation report within a day',
        'Order of recovery with owners',
        'Cleaned and restored core systems',
        'Timeline of what happened',
        'Recovery plan, rehearsed once',
      ],
      question: 'How soon can you be here?',
      answer: 'A lead joins by phone the same day; two people are on site within two working days.',
    },
    fr: {
      title: 'Sprint de reprise après incident',
      oneLine: 'Revenir en activité après un incident, dans un ordre dont quelqu’un répond.',
      problemStatement:
        'Une attaque ou une panne a arrêté le travail. Tout le monde s’active, et personne ne sait quoi rétablir d’abord.',
      bestFor: [
        'Les entreprises en plein incident',
        'Les usines à l’arrêt',
        'Les équipes sans plan de reprise',
      ],
      notFor: ['Preuves judiciaires', 'Exploitation de longue durée', 'Remplacement de matériel'],
      outcomes: ['L’essentiel fonctionne', 'La porte d’entrée est fermée', 'Un plan pour la prochaine fois'],
      deliverables: [
        'État des lieux sous un jour',
        'Ordre de reprise avec responsables',
        'Systèmes essentiels nettoyés et rétablis',
        'Chronologie des faits',
        'Plan de reprise, répété une fois',
      ],
      question: 'Quand pouvez-vous être là ?',
      answer:
        'Un responsable est au téléphone le jour même ; deux personnes sont sur site sous deux jours ouvrés.',
    },
  },
  'delivery-rescue': {
    en: {
      title: 'Delivery rescue',
      oneLine: 'A late project with a date that holds, or an honest end.',
      problemStatement:
        'The project is late for the third time, reports are green, and those who do the work know better.',
      bestFor: [
        'Sponsors who no longer believe the plan',
        'Teams torn between suppliers',
        'Projects before a contract date',
      ],
      notFor: ['Recruitment', 'Fixed bid', 'Warranty repair'],
      outcomes: [
        'A date that people believe',
        'A smaller scope that is useful',
        'Decisions that are taken weekly',
      ],
      deliverables: [
        'Honest state of the work',
        'Plan with scope, dates and owners',
        'List of decisions that are due',
        'Weekly report of one page',
        'Handover to the project lead',
      ],
      question: 'What if it cannot be saved?',
      answer: 'Then you know within two weeks, with what can be kept and what it costs to stop.',
    },
    fr: {
      title: 'Sauvetage de projet',
      oneLine: 'Un projet en retard avec une date qui tient, ou une fin honnête.',
      problemStatement:
        'Le projet est en retard pour la troisième fois, les rapports sont au vert, et ceux qui travaillent savent qu’il n’en est rien.',
      bestFor: [
        'Les commanditaires qui ne croient plus au plan',
        'Les équipes tiraillées entre fournisseurs',
        'Les projets avant une échéance contractuelle',
      ],
      notFor: ['Recrutement', 'Forfait sur appel d’offres', 'Réparation sous garantie'],
      outcomes: [
        'Une date à laquelle on croit',
        'Un périmètre réduit et utile',
        'Des décisions prises chaque semaine',
      ],
      deliverables: [
        'État honnête des travaux',
        'Plan avec périmètre, dates et responsables',
        'Liste des décisions à prendre',
        'Rapport hebdomadaire d’une page',
        'Transmission au chef de projet',
      ],
      question: 'Et si le projet ne peut être sauvé ?',
      answer: 'Vous le savez en deux semaines, avec ce qui peut être gardé et ce que coûte l’arrêt.',
    },
  },
  'fractional-technology-lead': {
    en: {
      title: 'Fractional technology lead',
      oneLine: 'A head of technology for two days a week, until you have your own.',
      problemStatement:
        'Technology decides about the business, but there is no one at the table who answers for it.',
      bestFor: [
        'Firms between two heads of technology',
        'Growing firms without one',
        'Owners who buy or sell a firm',
      ],
      notFor: ['Recruitment', 'Staff augmentation', 'Help desk'],
      outcomes: ['Decisions with an owner', 'Suppliers who are steered', 'A team that knows its course'],
      deliverables: [
        'Assessment of team and systems',
        'Technology plan for a year',
        'Budget and supplier contracts, reviewed',
        'Monthly report to the board',
        'Profile of the permanent successor',
      ],
      question: 'Is it always the same person?',
      answer: 'Yes, with a named deputy for holidays.',
    },
    fr: {
      title: 'Direction technique à temps partagé',
      oneLine: 'Un directeur technique deux jours par semaine, jusqu’à ce que vous ayez le vôtre.',
      problemStatement:
        'La technique décide de l’activité, mais personne à la table de direction n’en répond.',
      bestFor: [
        'Les entreprises entre deux directeurs techniques',
        'Les entreprises en croissance qui n’en ont pas',
        'Les propriétaires qui achètent ou vendent',
      ],
      notFor: ['Recrutement', 'Renfort de personnel', 'Assistance aux utilisateurs'],
      outcomes: [
        'Des décisions avec un responsable',
        'Des fournisseurs pilotés',
        'Une équipe qui connaît son cap',
      ],
      deliverables: [
        'Évaluation de l’équipe et des systèmes',
        'Plan technique d’un an',
        'Budget et contrats de fournisseurs revus',
        'Rapport mensuel à la direction',
        'Profil du successeur permanent',
      ],
      question: 'Est-ce toujours la même personne ?',
      answer: 'Oui, avec un suppléant désigné pour les congés.',
    },
  },
};
