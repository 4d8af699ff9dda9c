import {
  CONVERTIBLE,
  INQUIRY_MOVES,
  type InquiryItem,
  type InquiryView,
} from '@officina/contracts/inquiries';
import type { inquiries } from '@officina/db/schema/engagements';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

export type InquiryRow = Omit<typeof inquiries.$inferSelect, 'tenantId' | 'updatedAt'>;
/** With what belongs to it: the engagement that it became, the present name of its organisation. */
export type InquiryItemRow = InquiryRow & {
  engagementId: string | null;
  orgName: string | null;
  scopeApproved: boolean;
};

export const presentInquiry = (row: InquiryRow & { engagementId: string | null }): InquiryView => ({
  id: row.id,
  orgId: row.orgId,
  organization: row.organization,
  contactEmail: row.contactEmail,
  role: row.role,
  serviceSlug: row.serviceSlug,
  timeframe: row.timeframe,
  note: row.note,
  mode: row.mode,
  status: row.status,
  consent: row.consent,
  engagementId: row.engagementId,
  createdAt: row.createdAt.toISOString(),
});

export function presentInquiryItem(ctx: Ctx, row: InquiryItemRow): InquiryItem {
  const moves = may(ctx.actor, 'portal.inquiries.triage') ? INQUIRY_MOVES[row.status] : [];
  const convert = may(ctx.actor, 'portal.inquiries.convert') && CONVERTIBLE.includes(row.status);
  return {
    ...presentInquiry(row),
    orgName: row.orgName,
    abilities: {
      triage: moves.includes('triaged'),
      close: moves.includes('closed'),
      convert,
      convertBlocked: convert && ctx.services.config.requireScopeApproval && !row.scopeApproved,
    },
  };
}
