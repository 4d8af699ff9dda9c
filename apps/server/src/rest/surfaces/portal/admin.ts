import { purge } from '@officina/contracts/purge-inputs';
import { purgeRecord } from '../../../domains/engagements/purge/purge-record.ts';
import { row } from '../../row.ts';
import { okay } from './wire.ts';

export const adminRows = [
  row({
    method: 'POST',
    path: '/portal/admin/delete',
    summary: 'Delete a record for good',
    tag: 'Admin delete',
    operation: purgeRecord,
    body: purge,
    answer: 'data',
    present: () => ({ data: undefined }),
    response: okay(),
  }),
];
