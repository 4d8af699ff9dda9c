import type { ServiceFacts, ServiceTexts } from '@officina/contracts/catalogue';
import type { InBoth } from './own-texts.ts';

type TypeTexts = Pick<ServiceTexts, 'processSteps' | 'inputsRequired' | 'faq'>;

const english = {
  afterwards: {
    question: 'What happens when the work is done?',
    answer:
      'You keep every document and every line of code. A review call four weeks later is part of the price.',
  },
  people: {
    question: 'How many of our people will you need?',
    answer: 'One contact who can decide, and about two hours a week of those who know the systems concerned.',
  },
};
const french = {
  afterwards: {
    question: 'Que se passe-t-il une fois la mission terminée ?',
    answer:
      'Tous les documents et toutes les lignes de code vous restent. Un point de suivi quatre semaines plus tard est compris.',
  },
  people: {
    question: 'Combien de vos collaborateurs faut-il mobiliser chez nous ?',
    answer:
      'Un interlocuteur qui décide, et environ deux heures par semaine de ceux qui connaissent les systèmes concernés.',
  },
};
const faq = { en: [english.people, english.afterwards], fr: [french.people, french.afterwards] };

/** How each type of engagement runs and what it needs. */
export const TYPE_TEXTS: Record<ServiceFacts['engagementType'], InBoth<TypeTexts>> = {
  Audit: {
    en: {
      processSteps: [
        'Kick-off and scope',
        'Reading and interviews',
        'Measurements on your systems',
        'Findings, ranked with your team',
        'Report and decision meeting',
      ],
      inputsRequired: [
        'A sponsor who can decide',
        'Read access to the systems in scope',
        'Existing diagrams and policies',
        'Four interviews of one hour',
      ],
      faq: faq.en,
    },
    fr: {
      processSteps: [
        'Lancement et périmètre',
        'Lecture et entretiens',
        'Mesures sur vos systèmes',
        'Constats, classés avec votre équipe',
        'Rapport et réunion de décision',
      ],
      inputsRequired: [
        'Un commanditaire qui décide',
        'Un accès en lecture aux systèmes concernés',
        'Les schémas et politiques existants',
        'Quatre entretiens d’une heure',
      ],
      faq: faq.fr,
    },
  },
  Architecture: {
    en: {
      processSteps: [
        'Kick-off and constraints',
        'Survey of what is there',
        'Options with cost and risk',
        'Target design, reviewed with your team',
        'Roadmap and handover',
      ],
      inputsRequired: [
        'A sponsor who can decide',
        'Inventories of systems and networks',
        'Rules and standards that bind you',
        'Two workshops of half a day',
      ],
      faq: faq.en,
    },
    fr: {
      processSteps: [
        'Lancement et contraintes',
        'Relevé de l’existant',
        'Options avec coûts et risques',
        'Architecture cible, revue avec votre équipe',
        'Feuille de route et transmission',
      ],
      inputsRequired: [
        'Un commanditaire qui décide',
        'Les inventaires des systèmes et des réseaux',
        'Les règles et normes qui vous lient',
        'Deux ateliers d’une demi-journée',
      ],
      faq: faq.fr,
    },
  },
  Build: {
    en: {
      processSteps: [
        'Kick-off and acceptance criteria',
        'Design of the first slice',
        'Increments every two weeks',
        'Acceptance tests in your environment',
        'Handover and training',
      ],
      inputsRequired: [
        'A product owner on your side',
        'A test environment',
        'Access to the interfaces concerned',
        'Two key users for acceptance',
      ],
      faq: faq.en,
    },
    fr: {
      processSteps: [
        'Lancement et critères de recette',
        'Conception de la première tranche',
        'Livraisons toutes les deux semaines',
        'Recette dans votre environnement',
        'Transmission et formation',
      ],
      inputsRequired: [
        'Un responsable produit de votre côté',
        'Un environnement de test',
        'L’accès aux interfaces concernées',
        'Deux utilisateurs clés pour la recette',
      ],
      faq: faq.fr,
    },
  },
  Operate: {
    en: {
      processSteps: [
        'Situation report within two days',
        'Plan with owners and dates',
        'Daily steering',
        'Weekly report to the sponsor',
        'Handover to your line',
      ],
      inputsRequired: [
        'A sponsor with authority over the team',
        'The current plan and reports',
        'Access to the tools of the team',
        'A place in the regular meetings',
      ],
      faq: faq.en,
    },
    fr: {
      processSteps: [
        'État des lieux sous deux jours',
        'Plan avec responsables et dates',
        'Pilotage quotidien',
        'Rapport hebdomadaire au commanditaire',
        'Transmission à vos équipes',
      ],
      inputsRequired: [
        'Un commanditaire ayant autorité sur l’équipe',
        'Le plan et les rapports en cours',
        'L’accès aux outils de l’équipe',
        'Une place dans les réunions régulières',
      ],
      faq: faq.fr,
    },
  },
};

/** What every service says. */
export const COMMON_TEXTS: InBoth<
  Pick<ServiceTexts, 'includes' | 'pricingNotes' | 'onsiteText' | 'securityNote'>
> = {
  en: {
    includes: ['A named lead consultant', 'A shared client portal', 'A review call after four weeks'],
    pricingNotes: 'A fixed price, agreed with the scope. Changes go through change requests.',
    onsiteText: 'Days on site are agreed beforehand and charged at the day rate, travel included.',
    securityNote:
      'Your data stays in your systems. We work under a non-disclosure agreement and with least access.',
  },
  fr: {
    includes: [
      'Un consultant référent',
      'Un espace client partagé',
      'Un point de suivi après quatre semaines',
    ],
    pricingNotes:
      'Un prix fixe, convenu avec le périmètre. Tout changement passe par une demande de changement.',
    onsiteText:
      'Les journées sur site sont convenues d’avance et facturées au tarif journalier, déplacement compris.',
    securityNote:
      'Vos données restent dans vos systèmes. Nous travaillons sous accord de confidentialité, avec des accès minimaux.',
  },
};

export const CTA_TEXTS: Record<'scope' | 'deposit', InBoth<string>> = {
  scope: { en: 'Request scope', fr: 'Demander un périmètre' },
  deposit: { en: 'Pay deposit', fr: 'Payer l’acompte' },
};
