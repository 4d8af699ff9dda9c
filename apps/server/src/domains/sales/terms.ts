import type { Client } from '@officina/db/client';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { prepared } from '../../kernel/statement.ts';

/** What a new document takes from the firm's settings. */
export interface SalesTerms {
  /** Version of the settings' row; statements that write documents hold it against the row. */
  version: number;
  /** Percent; 0 for a firm that charges no VAT. */
  vatRate: number;
  vatExempt: boolean;
  paymentTermDays: number;
  quoteValidityDays: number;
}

const settings = prepared((db) =>
  db
    .select({
      version: tenantSettings.version,
      vatRate: tenantSettings.defaultVatRate,
      vatExempt: tenantSettings.vatExempt,
      paymentTermDays: tenantSettings.paymentTermDays,
      quoteValidityDays: tenantSettings.quoteValidityDays,
    })
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, sql.placeholder('tenantId')))
    .prepare('sales_terms'),
);

/** The terms as the database has them now. */
export async function readTerms(ctx: Ctx): Promise<SalesTerms> {
  const [row] = await settings(ctx.db).execute({ tenantId: ctx.tenant.id });
  if (!row) throw new Error(`tenant ${ctx.tenant.id} has no settings`);
  return { ...row, vatRate: row.vatExempt ? 0 : row.vatRate };
}

const MOST_TENANTS = 1000;
const remembered = new WeakMap<Client, Map<string, SalesTerms>>();

/**
 * The terms as this process last read them. They may be outdated: whoever writes with them compares `version` in the
 * writing statement, and reads them anew with `freshTerms` when it does not match.
 */
export async function recallTerms(ctx: Ctx): Promise<SalesTerms> {
  return remembered.get(ctx.services.client)?.get(ctx.tenant.id) ?? (await freshTerms(ctx));
}

/** Reads the terms and remembers them. */
export async function freshTerms(ctx: Ctx): Promise<SalesTerms> {
  const terms = await readTerms(ctx);
  const { client } = ctx.services;
  const known = remembered.get(client) ?? new Map<string, SalesTerms>();
  if (known.size >= MOST_TENANTS) known.clear();
  remembered.set(client, known.set(ctx.tenant.id, terms));
  return terms;
}
