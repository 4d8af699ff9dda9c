import { z } from 'zod';
import { openLicensePortal, openStorePortal } from '../../../domains/training/billing/own-portals.ts';
import { createVerification } from '../../../domains/training/verification/create-verification.ts';
import { type RestRow, redirectRow, row } from '../../row.ts';

const tag = 'Accounts';
/** Whatever is sent is not looked at: who asks, the session says. */
const anything = z.looseObject({}).transform(() => ({}));

export const accountRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/program-holder/create-verification',
    summary: 'A page where a programme holder shows who they are',
    tag,
    operation: createVerification,
    body: anything,
    answer: 'bare',
    present: ({ url, sessionId }) => ({ data: { url, session_id: sessionId } }),
    response: z.strictObject({ url: z.url(), session_id: z.string().startsWith('vs_') }),
  }),
  redirectRow({
    method: 'GET',
    path: '/license/portal',
    summary: 'Go on to the billing portal of the licence',
    tag,
    operation: openLicensePortal,
    answer: 'redirect',
    to: ({ url }) => url,
  }),
  redirectRow({
    method: 'GET',
    path: '/store/customer-portal',
    summary: 'Go on to the billing portal of the learner',
    tag,
    operation: openStorePortal,
    answer: 'redirect',
    to: ({ url }) => url,
  }),
];
