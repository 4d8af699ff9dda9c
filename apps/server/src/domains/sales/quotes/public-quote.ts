import type { EncodedFile, PublicQuoteView } from '@officina/contracts/sales';
import { quoteToken } from '@officina/contracts/sales-inputs';
import { quotes } from '@officina/db/schema/sales';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashSecret, tenantOfToken } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { read } from '../../../kernel/operation.ts';
import { prepared } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import { encodedFile } from '../printing/encoded-file.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { printQuote } from './quote-pdf.ts';
import { quoteDetail } from './quote-reads.ts';
import { stateOf } from './quote-state.ts';

const byToken = prepared((db) =>
  db
    .select({ id: quotes.id, tenant: tenantColumns })
    .from(quotes)
    .innerJoin(tenants, eq(tenants.id, quotes.tenantId))
    .where(
      and(
        eq(quotes.tenantId, sql.placeholder('tenantId')),
        eq(quotes.publicTokenHash, sql.placeholder('hash')),
        isNull(quotes.deletedAt),
      ),
    )
    .prepare('quote_by_token'),
);

/** The quote that a link names, and the context of a visitor of its firm. Throws INVALID_TOKEN for a dead link. */
export async function openLink<C extends Ctx>(ctx: C, token: string): Promise<{ ctx: C; id: string }> {
  const tenantId = tenantOfToken(token);
  const [found] = tenantId ? await byToken(ctx.db).execute({ tenantId, hash: hashSecret(token) }) : [];
  if (!found) throw new AppError('INVALID_TOKEN');
  return { ctx: inTenant(ctx, tenantOf(found.tenant)), id: found.id };
}

/** The quote behind a link that is alive: sent and not expired, or answered and not yet an invoice. */
export async function liveQuote(ctx: Ctx, id: string) {
  const quote = await quoteDetail(ctx, id);
  const status = stateOf(ctx, { ...quote, converted: false });
  if (quote.invoice || status === 'draft' || status === 'expired') throw new AppError('INVALID_TOKEN');
  return { ...quote, status };
}

/** What the client sees of a quote. `ctx` is that of `openLink`. */
export async function publicView(ctx: Ctx, id: string): Promise<PublicQuoteView> {
  const quote = await liveQuote(ctx, id);
  const [seller, buyer] = [await sellerNow(ctx), await buyerNow(ctx, quote)];
  return {
    number: quote.number,
    status: quote.status,
    issueDate: quote.issueDate,
    validUntil: quote.validUntil,
    buyerName: buyer.name,
    subtotalCents: quote.subtotalMinor,
    vatCents: quote.vatMinor,
    totalCents: quote.totalMinor,
    currency: quote.currency,
    locale: ctx.tenant.locale,
    seller: {
      name: seller.companyName,
      address: seller.address ?? null,
      phone: seller.phone ?? null,
      email: seller.email ?? null,
      website: seller.website ?? null,
    },
    answeredBy: quote.answeredBy,
  };
}

/** A quote as its client sees it, by the token of the link in the message. */
export const publicQuote = read({
  name: 'quotes.public',
  permission: 'public',
  input: quoteToken,
  async run(ctx, { token }): Promise<PublicQuoteView> {
    const link = await openLink(ctx, token);
    return publicView(link.ctx, link.id);
  },
});

/** Its PDF, for the same client. */
export const publicQuotePdf = read({
  name: 'quotes.publicPdf',
  permission: 'public',
  input: quoteToken,
  async run(ctx, { token }): Promise<EncodedFile> {
    const link = await openLink(ctx, token);
    return encodedFile(await printQuote(link.ctx, await liveQuote(link.ctx, link.id)));
  },
});
