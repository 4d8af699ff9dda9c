import { readLogo } from '../../../domains/tenancy/logo.ts';
import { fileRow } from '../../row.ts';

export const tenancyRows = [
  fileRow({
    method: 'GET',
    path: '/tenancy/logo',
    summary: "The firm's logo, a PNG or JPEG",
    tag: 'Tenancy',
    operation: readLogo,
    answer: 'file',
    contentTypes: ['image/png', 'image/jpeg'],
  }),
];
