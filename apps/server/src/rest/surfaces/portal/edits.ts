import { editRejection, editSubmission } from '@officina/contracts/edits-inputs';
import { z } from 'zod';
import { applyEdit } from '../../../domains/engagements/edits/apply-edit.ts';
import { rejectEdit } from '../../../domains/engagements/edits/reject-edit.ts';
import { submitEdit } from '../../../domains/engagements/edits/submit-edit.ts';
import { row } from '../../row.ts';
import { portalFailures } from './dialect.ts';
import { id, okay } from './wire.ts';

const tag = 'Controlled edits';

/** The contract knows 401 and 400 here, and nothing else. */
const failures = portalFailures({ FORBIDDEN: [400, 'Unauthorized'], NOT_FOUND: [400, 'Not found'] });

export const editRows = [
  row({
    method: 'POST',
    path: '/portal/edits',
    summary: 'Change fields of a record, at once or once a change request is approved',
    tag,
    operation: submitEdit,
    body: editSubmission,
    answer: 'data',
    present: ({ status, editEventId }) => ({ data: undefined, beside: { status, editEventId } }),
    response: okay({ status: z.enum(['applied', 'pending_approval']), editEventId: id }),
    failures,
  }),
  row({
    method: 'POST',
    path: '/portal/edits/:id/apply',
    summary: 'Write what a waiting edit asks for',
    tag,
    operation: applyEdit,
    answer: 'data',
    present: () => ({ data: undefined }),
    response: okay(),
    failures,
  }),
  row({
    method: 'POST',
    path: '/portal/edits/:id/reject',
    summary: 'Refuse a waiting edit',
    tag,
    operation: rejectEdit,
    body: editRejection.omit({ id: true }),
    answer: 'data',
    present: () => ({ data: undefined }),
    response: okay(),
    failures,
  }),
];
