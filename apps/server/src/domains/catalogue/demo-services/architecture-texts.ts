import type { InBoth, OwnTexts } from './own-texts.ts';

export const ARCHITECTURE_TEXTS: Record<string, InBoth<OwnTexts>> = {
  'compliance-evidence-room': {
    en: {
      title: 'Compliance evidence room',
      oneLine: 'Evidence that collects itself and that an auditor finds without you.',
      problemStatement:
        'Each audit costs weeks of screenshots, and the same question is answered differently every year.',
      bestFor: [
        'Firms with several audits a year',
        'Suppliers of regulated customers',
        'Teams before a first certificate',
      ],
      notFor: ['Legal advice', 'Penetration test', 'Staff training'],
      outcomes: [
        'Audits in days instead of weeks',
        'One answer to each question',
        'Gaps seen before the auditor',
      ],
      deliverables: [
        'Map of duties and controls',
        'Design of the evidence room',
        'Sources connected for ten controls',
        'Calendar of reviews with owners',
        'Guide for auditors',
        'Rehearsal of an audit',
      ],
      question: 'Which frameworks do you know?',
      answer: 'ISO 27001, NIS 2, TISAX and the usual questionnaires of large customers.',
    },
    fr: {
      title: 'Salle de preuves de conformité',
      oneLine: 'Des preuves qui se rassemblent seules et qu’un auditeur trouve sans vous.',
      problemStatement:
        'Chaque audit coûte des semaines de captures d’écran, et la même question reçoit chaque année une autre réponse.',
      bestFor: [
        'Les entreprises auditées plusieurs fois par an',
        'Les fournisseurs de clients réglementés',
        'Les équipes avant un premier certificat',
      ],
      notFor: ['Conseil juridique', 'Test d’intrusion', 'Formation du personnel'],
      outcomes: [
        'Des audits en jours et non en semaines',
        'Une seule réponse à chaque question',
        'Des écarts vus avant l’auditeur',
      ],
      deliverables: [
        'Obligations et contrôles mis en regard',
        'Conception de la salle de preuves',
        'Sources raccordées pour dix contrôles',
        'Calendrier des revues avec responsables',
        'Guide pour les auditeurs',
        'Répétition d’un audit',
      ],
      question: 'Quels référentiels connaissez-vous ?',
      answer: 'ISO 27001, NIS 2, TISAX et les questionnaires usuels des grands clients.',
    },
  },
  'plant-network-zones': {
    en: {
      title: 'Plant network zones',
      oneLine: 'A plant network in zones, so that one infected laptop no longer stops a line.',
      problemStatement:
        'Machines, offices and suppliers share one flat network. A fault in one corner reaches all the others.',
      bestFor: [
        'Plants with machines of many makers',
        'Operators under NIS 2',
        'Sites with remote maintenance',
      ],
      notFor: ['Office wifi', 'Cable laying', 'Machine safety approval'],
      outcomes: ['Faults stay in their zone', 'Remote access that is known', 'Changes without a standstill'],
      deliverables: [
        'Inventory of machines and flows',
        'Zones and conduits after IEC 62443',
        'Rules for each crossing',
        'Migration plan by production windows',
        'Pilot zone in operation',
        'Operating manual',
      ],
      question: 'Must production stop?',
      answer: 'No. Changes happen in the windows that your production plan leaves.',
    },
    fr: {
      title: 'Zones du réseau d’usine',
      oneLine: 'Un réseau d’usine en zones, pour qu’un portable infecté n’arrête plus une ligne.',
      problemStatement:
        'Machines, bureaux et fournisseurs partagent un seul réseau plat. Une panne dans un coin atteint tous les autres.',
      bestFor: [
        'Les usines aux machines de nombreux fabricants',
        'Les exploitants soumis à NIS 2',
        'Les sites télémaintenus',
      ],
      notFor: ['Wifi de bureau', 'Pose de câbles', 'Homologation de la sécurité des machines'],
      outcomes: [
        'Des pannes qui restent dans leur zone',
        'Des accès distants connus',
        'Des changements sans arrêt',
      ],
      deliverables: [
        'Inventaire des machines et des flux',
        'Zones et conduits selon IEC 62443',
        'Règles de chaque passage',
        'Plan de migration par fenêtres de production',
        'Zone pilote en service',
        'Manuel d’exploitation',
      ],
      question: 'Faut-il arrêter la production ?',
      answer: 'Non. Les changements ont lieu dans les fenêtres que laisse votre plan de production.',
    },
  },
};
