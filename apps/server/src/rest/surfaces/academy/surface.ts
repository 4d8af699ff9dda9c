import type { Surface } from '../../bind.ts';
import { accountRows } from './accounts.ts';
import { applicationRows } from './applications.ts';
import { checkinRows } from './checkin.ts';
import { checkoutRows } from './checkout.ts';
import { academyDialect } from './dialect.ts';
import { enrollmentRows } from './enrollment.ts';
import { timeclockRows } from './timeclock.ts';

/** The training provider's published contract: every row of it, in the order of its document. */
export const academySurface: Surface = {
  dialect: academyDialect,
  rows: [
    ...applicationRows,
    ...checkoutRows,
    ...enrollmentRows,
    ...timeclockRows,
    ...checkinRows,
    ...accountRows,
  ],
};
