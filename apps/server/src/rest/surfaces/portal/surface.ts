import type { Surface } from '../../bind.ts';
import { adminRows } from './admin.ts';
import { changeRequestRows } from './change-requests.ts';
import { checkoutRows } from './checkout.ts';
import { engagementBillingRows, onboardingRows } from './clients.ts';
import { portalDialect } from './dialect.ts';
import { documentRows } from './documents.ts';
import { dossierRows } from './dossier.ts';
import { editRows } from './edits.ts';
import { inquiryRows } from './inquiry.ts';
import { invoiceRows } from './invoices.ts';
import { marketplaceRows } from './marketplace.ts';
import { notificationRows } from './notifications.ts';
import { partnerRows } from './partners.ts';

/** The consultancy's published contract: every row of it, in the order of its document. */
export const portalSurface: Surface = {
  dialect: portalDialect,
  rows: [
    ...marketplaceRows,
    ...partnerRows,
    ...inquiryRows,
    ...checkoutRows,
    ...onboardingRows,
    ...engagementBillingRows,
    ...invoiceRows,
    ...changeRequestRows,
    ...documentRows,
    ...editRows,
    ...dossierRows,
    ...adminRows,
    ...notificationRows,
  ],
};
