import {
  CLIENT_DOCUMENT_BYTES,
  CLIENT_DOCUMENT_CATEGORIES,
  STAFF_DOCUMENT_BYTES,
} from '@officina/contracts/engagement-documents';
import type { documentTarget } from '@officina/contracts/engagement-documents-inputs';
import { ENGAGEMENT_DOCUMENT_CATEGORIES, type EngagementDocumentCategory } from '@officina/contracts/portal';
import { engagements, inquiries } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import type { output } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { checkOpen, type EngagementRow } from '../load-engagement.ts';
import { isClient, ownRows } from '../org-scope.ts';

export interface UploadAsk {
  category: EngagementDocumentCategory;
  engagementId: string | null;
  inquiryId: string | null;
}

/** What of an upload can be judged by its form and its size alone, in the order of the contract. */
export function readAsk(
  ctx: Ctx,
  fields: output<typeof documentTarget>,
  size: number | null,
  tooLarge = false,
): UploadAsk {
  const category = ENGAGEMENT_DOCUMENT_CATEGORIES.find((word) => word === fields.category);
  if (!category) throw new AppError('BAD_REQUEST', 'Invalid category');
  if (!size && !tooLarge) throw new AppError('FILE_REQUIRED', 'File is required');
  const engagementId = fields.engagementId?.trim() || null;
  const inquiryId = fields.inquiryId?.trim() || null;
  const client = isClient(ctx);
  if (!engagementId && (client || !inquiryId)) throw invalid({ field: 'engagementId', message: 'Required' });
  if (client && !CLIENT_DOCUMENT_CATEGORIES.some((word) => word === category))
    throw new AppError('FORBIDDEN', 'Forbidden category');
  const most = client ? CLIENT_DOCUMENT_BYTES : STAFF_DOCUMENT_BYTES;
  if (tooLarge || (size ?? 0) > most) throw new AppError('FILE_TOO_LARGE');
  return { category, engagementId, inquiryId };
}

async function findEngagement(ctx: Ctx, id: string): Promise<EngagementRow> {
  const [row] = isUuid(id)
    ? await ctx.db
        .select()
        .from(engagements)
        .where(
          and(
            eq(engagements.tenantId, ctx.tenant.id),
            eq(engagements.id, id),
            ownRows(ctx, engagements.orgId),
          ),
        )
        .for('share')
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

async function orgOfInquiry(ctx: Ctx, id: string): Promise<string> {
  const { tenantId, kind } = inquiries;
  const [row] = isUuid(id)
    ? await ctx.db
        .select({ orgId: inquiries.orgId })
        .from(inquiries)
        .where(and(eq(tenantId, ctx.tenant.id), eq(inquiries.id, id), eq(kind, 'consulting')))
    : [];
  if (!row?.orgId) throw new AppError('NOT_FOUND');
  return row.orgId;
}

/** The organisation to whose engagement or inquiry something is added. Held, where the operation has its transaction. */
export async function findTarget(ctx: Ctx, { engagementId, inquiryId }: UploadAsk): Promise<string> {
  const engagement = engagementId ? await findEngagement(ctx, engagementId) : null;
  if (inquiryId && isClient(ctx)) throw new AppError('FORBIDDEN');
  const inquiryOrg = inquiryId ? await orgOfInquiry(ctx, inquiryId) : null;
  if (engagement && inquiryOrg && engagement.orgId !== inquiryOrg) throw new AppError('NOT_FOUND');
  if (engagement && isClient(ctx)) checkOpen(engagement);
  const orgId = engagement?.orgId ?? inquiryOrg;
  if (!orgId) throw new AppError('NOT_FOUND');
  return orgId;
}
