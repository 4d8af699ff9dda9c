import type { Surface } from '../../bind.ts';
import { accountRows } from './accounts.ts';
import { clientCallers, clientRows } from './clients.ts';
import { studioDialect } from './dialect.ts';
import { invoiceRows } from './invoices.ts';
import { passkeyRows } from './passkeys.ts';
import { paymentRows } from './payments.ts';
import { permissionRows } from './permissions.ts';
import { projectRows } from './projects.ts';
import { webhookRows } from './webhooks.ts';

/** The published contract of freelancers and agencies: every row of it, in the order of its document. */
export const studioSurface: Surface = {
  dialect: studioDialect,
  callers: clientCallers,
  rows: [
    ...accountRows,
    ...passkeyRows,
    ...permissionRows,
    ...paymentRows,
    ...clientRows,
    ...projectRows,
    ...invoiceRows,
    ...webhookRows,
  ],
};
