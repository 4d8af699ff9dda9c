import type { Surface } from '../../bind.ts';
import { authRows } from './auth.ts';
import { binderRows } from './binders.ts';
import { chargeRows } from './charges.ts';
import { clientRows } from './clients.ts';
import { dashboardRows } from './dashboard.ts';
import { officeDialect } from './dialect.ts';
import { documentRows } from './documents.ts';
import { searchRows } from './search.ts';
import { timelineRows } from './timeline.ts';

/** The advisory office's published contract: every row of it, in the order of its document. */
export const officeSurface: Surface = {
  dialect: officeDialect,
  rows: [
    ...authRows,
    ...clientRows,
    ...binderRows,
    ...dashboardRows,
    ...timelineRows,
    ...searchRows,
    ...chargeRows,
    ...documentRows,
  ],
};
