import { exportEngagement } from '../../../domains/engagements/dossier/export-engagement.ts';
import { fileRow } from '../../row.ts';

export const dossierRows = [
  fileRow({
    method: 'GET',
    path: '/portal/export/engagement/:id',
    summary: 'Everything about an engagement as a ZIP of JSON files, where the deployment has it switched on',
    tag: 'Engagement export',
    operation: exportEngagement,
    switchedOn: ({ dossierExport }) => dossierExport,
    answer: 'file',
    contentTypes: ['application/zip'],
  }),
];
