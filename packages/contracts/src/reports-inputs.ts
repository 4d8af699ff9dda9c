import { z } from 'zod';
import { plainDate } from './fields.ts';
import { REVENUE_GROUPS } from './reports.ts';

const LONGEST_YEARS = 5;

/** The rule between the two ends of a range; `from` and `to` are their keys on the surface that asks. */
export function checkRange(from: string, to: string) {
  return (range: Record<string, unknown>, ctx: z.RefinementCtx) => {
    const [start, end] = [range[from], range[to]];
    if (typeof start !== 'string' || typeof end !== 'string') return;
    const latest = `${Number(start.slice(0, 4)) + LONGEST_YEARS}${start.slice(4)}`;
    if (end < start) ctx.addIssue({ code: 'custom', path: [to], message: `Must not be before ${from}` });
    else if (end > latest)
      ctx.addIssue({
        code: 'custom',
        path: [to],
        message: `Must be at most ${LONGEST_YEARS} years after ${from}`,
      });
  };
}

/** Both ends are business days and included. */
export const revenueRange = z
  .object({ from: plainDate, to: plainDate, groupBy: z.enum(REVENUE_GROUPS).default('month') })
  .superRefine(checkRange('from', 'to'));
