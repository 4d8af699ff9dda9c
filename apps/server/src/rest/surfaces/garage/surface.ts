import type { Surface } from '../../bind.ts';
import { activityRows } from './activities.ts';
import { authRows } from './auth.ts';
import { contactRows } from './contacts.ts';
import { garageDialect } from './dialect.ts';
import { invoiceRows } from './invoices.ts';
import { quoteRows } from './quotes.ts';
import { reportRows } from './reports.ts';
import { taskRows } from './tasks.ts';
import { tenancyRows } from './tenancy.ts';
import { vehicleRows } from './vehicles.ts';

/** The garage's published contract: every row of it, in the order of its document. */
export const garageSurface: Surface = {
  dialect: garageDialect,
  rows: [
    ...authRows,
    ...contactRows,
    ...vehicleRows,
    ...quoteRows,
    ...invoiceRows,
    ...taskRows,
    ...activityRows,
    ...reportRows,
    ...tenancyRows,
  ],
};
