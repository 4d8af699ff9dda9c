import type { Tx } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { violates } from '../../kernel/database-errors.ts';

const ATTEMPTS = 5;

/**
 * Runs `work`, which looks up the addresses that are taken and then writes many contacts at once, inside a savepoint;
 * and again when another transaction took one of the addresses between its look and its write. The second look sees
 * that one, so `work` can refuse the single row that it concerns. `work` must record nothing.
 */
export async function withFreeAddresses<T>(ctx: WriteCtx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await ctx.tx();
  for (let attempt = 1; ; attempt++) {
    try {
      return await tx.transaction(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !violates(error, 'contacts_email_unique')) throw error;
    }
  }
}

/** Which of these addresses live contacts have already. */
export async function takenAddresses(
  tx: Tx,
  tenantId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (!addresses.length) return new Set();
  const rows = await tx
    .select({ email: contacts.email })
    .from(contacts)
    .where(
      and(
        eq(contacts.tenantId, tenantId),
        sql`email = any(array(select jsonb_array_elements_text(${JSON.stringify(addresses)}::text::jsonb)))`,
        sql`deleted_at is null and source = 'garage'`,
      ),
    );
  return new Set(rows.map(({ email }) => email ?? ''));
}
