import { contacts } from '@officina/db/schema/contacts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { searchTextOf } from './contact-row.ts';

/** Why two first payments of one address, at one moment, make one contact. */
const serialised = (tenantId: string, email: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`payer:${tenantId}:${email}`}, 0))`;

/**
 * The contact who has paid, found by their address in lower case or made; one that exists is not changed. Null where
 * the provider tells no address.
 */
export async function payerOf(
  ctx: WriteCtx,
  { email: told, name }: { email: string | null; name: string | null },
): Promise<string | null> {
  const email = told?.trim().toLowerCase();
  if (!email) return null;
  const tenantId = ctx.tenant.id;
  const tx = await ctx.tx();
  await tx.execute(serialised(tenantId, email));
  const [known] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), eq(contacts.email, email), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(1);
  if (known) return known.id;
  const id = newId();
  const displayName = name?.trim() || 'Client';
  const now = toDate(ctx.now);
  const names = { firstName: '', lastName: '', displayName, phone: null, company: null };
  await tx.insert(contacts).values({
    ...{ tenantId, id, displayName, email, createdAt: now, updatedAt: now },
    kind: 'person',
    source: 'portal',
    searchText: searchTextOf({ ...names, email }),
  });
  ctx.record({
    verb: 'contact.created',
    subject: { type: 'contact', id },
    contactId: id,
    after: { displayName, email, source: 'portal' },
  });
  return id;
}
