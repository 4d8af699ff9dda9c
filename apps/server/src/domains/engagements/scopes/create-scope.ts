import type { Scope } from '@officina/contracts/scopes';
import { scopeCreate } from '@officina/contracts/scopes-inputs';
import { scopeProposals } from '@officina/db/schema/engagement-work';
import { engagements, inquiries } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import type { output } from 'zod';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { findService } from '../../catalogue/load-service.ts';
import { contentOf } from '../../catalogue/service-row.ts';
import { holdEngagement } from '../load-engagement.ts';
import { minorOf } from '../portal-print.ts';
import { readScope } from './scope-reads.ts';

type Asked = output<typeof scopeCreate>;
interface Facts {
  orgId: string;
  inquiryId: string | null;
  engagementId: string | null;
  title: string;
  fixedPriceMinor: number;
  scopeSummary: string;
  deliverables: string[];
}

const STANDARD_PRICE_EUR = 15_000;
const LISTED_DELIVERABLES = 4;
const standardSummary = (service: string, organization: string): string =>
  `Fixed-scope engagement "${service}" for ${organization}: what is listed below, at the price named, nothing besides.`;

/** An inquiry of the consultancy with the engagement that it became, if any; held, so that it is not converted meanwhile. */
async function holdInquiry(ctx: WriteCtx, id: string) {
  const tx = await ctx.tx();
  const [inquiry] = isUuid(id)
    ? await tx
        .select()
        .from(inquiries)
        .where(
          and(eq(inquiries.tenantId, ctx.tenant.id), eq(inquiries.id, id), eq(inquiries.kind, 'consulting')),
        )
        .for('update')
    : [];
  if (!inquiry?.orgId) throw new AppError('NOT_FOUND');
  const [engagement] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .where(and(eq(engagements.tenantId, ctx.tenant.id), eq(engagements.inquiryId, inquiry.id)));
  return { ...inquiry, orgId: inquiry.orgId, engagementId: engagement?.id ?? null };
}

/** What is left out for an inquiry follows the service that was asked for. */
async function fromInquiry(ctx: WriteCtx, inquiryId: string, asked: Asked): Promise<Facts> {
  const inquiry = await holdInquiry(ctx, inquiryId);
  const service = await findService(ctx, inquiry.serviceSlug);
  const texts = service && contentOf(service).texts.en;
  const name = texts?.title ?? inquiry.serviceSlug;
  const deliverables = asked.deliverables ?? texts?.deliverables.slice(0, LISTED_DELIVERABLES);
  if (!deliverables?.length) throw invalid({ field: 'deliverables', message: 'Required' });
  return {
    orgId: inquiry.orgId,
    inquiryId: inquiry.id,
    engagementId: inquiry.engagementId,
    title: asked.title ?? `${name} scope`,
    fixedPriceMinor: minorOf(asked.fixedPriceEUR ?? STANDARD_PRICE_EUR),
    scopeSummary: asked.scopeSummary ?? standardSummary(name, inquiry.organization),
    deliverables,
  };
}

async function forEngagement(ctx: WriteCtx, engagementId: string, asked: Asked): Promise<Facts> {
  const { id, orgId } = await holdEngagement(ctx, engagementId, 'share');
  const { title, fixedPriceEUR, scopeSummary, deliverables } = asked;
  if (title === undefined || fixedPriceEUR === undefined || !scopeSummary || !deliverables)
    throw new Error('the schema lets through what it requires');
  const fixedPriceMinor = minorOf(fixedPriceEUR);
  return { orgId, inquiryId: null, engagementId: id, title, fixedPriceMinor, scopeSummary, deliverables };
}

/** Writes a priced scope in draft, for an inquiry or an engagement. NOT_FOUND for neither. */
export const createScope = write({
  name: 'scopes.create',
  permission: 'portal.scopes.write',
  input: scopeCreate,
  async run(ctx, asked): Promise<Scope> {
    const { inquiryId, engagementId } = asked;
    const facts = inquiryId
      ? await fromInquiry(ctx, inquiryId, asked)
      : await forEngagement(ctx, engagementId ?? '', asked);
    const id = newId();
    const now = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(scopeProposals).values({
      ...facts,
      tenantId: ctx.tenant.id,
      id,
      createdBy: userIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    });
    ctx.record({
      verb: 'scope.created',
      subject: { type: 'scope', id },
      contactId: facts.orgId,
      engagementId: facts.engagementId,
      after: { ...facts, status: 'draft' },
    });
    return readScope(ctx, id);
  },
});
