import { inquirySubmit } from '@officina/contracts/inquiries-inputs';
import { inquiries } from '@officina/db/schema/engagements';
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import { tooManyAttempts } from '../../../kernel/attempts.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { hashSecret, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { findSoldService } from '../../catalogue/load-service.ts';
import { contentOf } from '../../catalogue/service-row.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { orgOfInquiry } from './org-of-inquiry.ts';

const INQUIRIES = 5;
const WINDOW_SECONDS = 600;
const REPEATED_SECONDS = 60;

async function countSender({ services, ip, now }: Ctx): Promise<void> {
  const state = await services.attempts.hit(`inquiry:${ip ?? 'local'}`, INQUIRIES, WINDOW_SECONDS, now);
  if (!state.allowed) throw tooManyAttempts(state);
}

interface Asked {
  emailHash: string;
  serviceSlug: string;
  organization: string;
}

/** The same inquiry of a moment ago, if there is one. Inquiries of one address wait for each other. */
async function repeated(
  ctx: WriteCtx,
  { emailHash, serviceSlug, organization }: Asked,
): Promise<string | null> {
  const tx = await ctx.tx();
  const sender = `inquiry:${ctx.tenant.id}:${emailHash}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sender}, 0))`);
  const [row] = await tx
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(
      and(
        eq(inquiries.tenantId, ctx.tenant.id),
        eq(inquiries.emailHash, emailHash),
        eq(inquiries.kind, 'consulting'),
        eq(inquiries.serviceSlug, serviceSlug),
        eq(inquiries.organization, organization),
        gte(inquiries.createdAt, toDate(ctx.now.subtract({ seconds: REPEATED_SECONDS }))),
      ),
    )
    .orderBy(desc(inquiries.createdAt))
    .limit(1);
  return row?.id ?? null;
}

/**
 * A visitor's request for a scope. Sent twice within a minute it is one; a filled honeypot gets an answer and leaves nothing.
 * RATE_LIMIT_EXCEEDED beyond five in ten minutes from one address.
 */
export const submitInquiry = write({
  name: 'inquiries.submit',
  permission: 'public',
  input: inquirySubmit,
  async run(ctx, { email, note, mode, website, ...input }): Promise<{ id: string }> {
    const service = await findSoldService(ctx, input.serviceSlug);
    if (!service) throw invalid({ field: 'serviceSlug', message: 'Unknown service' });
    if (website) return { id: newId() };
    await countSender(ctx);
    const emailHash = hashSecret(email);
    const earlier = await repeated(ctx, { ...input, emailHash });
    if (earlier) return { id: earlier };
    const id = newId();
    const orgId = await orgOfInquiry(ctx, { email, emailHash, organization: input.organization });
    const facts = { ...input, contactEmail: email, note: note || null, mode: mode || null };
    const createdAt = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(inquiries).values({
      ...facts,
      ...{ id, orgId, emailHash, createdAt, updatedAt: createdAt },
      tenantId: ctx.tenant.id,
    });
    ctx.record({
      verb: 'inquiry.created',
      subject: { type: 'inquiry', id },
      contactId: orgId,
      after: { orgId, ...facts, ip: ctx.ip, userAgent: ctx.userAgent },
    });
    const body = `${input.organization}: ${contentOf(service).texts.en.title}`;
    await tellPortal(ctx, 'staff', 'inquiry_new', { entityType: 'inquiry', entityId: id, body });
    return { id };
  },
});
