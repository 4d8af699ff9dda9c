import type { ActivityView } from './activities.ts';
import type { ContactTask } from './contacts.ts';
import type { PaymentMethod } from './sales.ts';

export const REVENUE_GROUPS = ['day', 'week', 'month'] as const;
export type RevenueGroup = (typeof REVENUE_GROUPS)[number];

/** Amounts include VAT and are in the tenant's currency; documents in another one are not counted. */
export interface RevenueReport {
  from: string;
  to: string;
  groupBy: RevenueGroup;
  currency: string;
  summary: {
    /** Paid invoices less credit notes on paid invoices. */
    revenueCents: number;
    invoicesPaid: number;
    /** Revenue per paid invoice, 0 when none. */
    averageInvoiceCents: number;
    /** Of the revenue: what was credited and is already taken off. */
    creditedCents: number;
    /** VAT in the revenue. */
    vatCents: number;
  };
  /** Ascending; periods in which nothing was paid or credited are left out. */
  breakdown: RevenuePeriod[];
  /** How the paid invoices were paid, greatest first; credit notes are not taken off here. */
  byMethod: { method: PaymentMethod | null; amountCents: number; payments: number }[];
}

export interface RevenuePeriod {
  /** `2026-01-15`, `2026-W03` (ISO) or `2026-01`. */
  period: string;
  revenueCents: number;
  invoices: number;
  vatCents: number;
}

export const PIPELINE_STAGES = ['draft', 'sent', 'accepted'] as const;

export interface PipelineReport {
  currency: string;
  /** In this order, zero-filled: drafts, sent and not expired, accepted and not yet converted. */
  stages: { status: (typeof PIPELINE_STAGES)[number]; count: number; totalCents: number }[];
  /** Accepted of all that were ever sent, two decimals, 0 when none. */
  conversionRate: number;
  /** Mean total of accepted quotes, 0 when none. */
  averageDealCents: number;
  totalCents: number;
}

/** Garage's first page. What the reader may not see is null. */
export interface GarageDashboard {
  /** The business day that it is of. */
  today: string;
  currency: string;
  /** Issued, unpaid and past due; `openCents` is what is left to pay of `totalCents`. */
  overdue: { count: number; totalCents: number; openCents: number };
  /** Sent, unanswered and not expired. */
  pendingQuotes: { count: number; totalCents: number };
  /** The reader's open tasks that are due by the end of today; `items` are the first 10. */
  myTasks: {
    count: number;
    items: (ContactTask & { contact: { id: string; name: string } | null })[];
  } | null;
  /** The 10 newest of the whole business. */
  recentActivities: ActivityView[];
  revenue: {
    monthCents: number;
    /** The whole month before. */
    lastMonthCents: number;
    /** The month before up to the same day. */
    lastMonthToDateCents: number;
    /** The last twelve months, the current one last, zero-filled. */
    months: { month: string; revenueCents: number; invoices: number }[];
  } | null;
  pipeline: PipelineReport | null;
}
