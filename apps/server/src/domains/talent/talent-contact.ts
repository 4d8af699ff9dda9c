import type { TalentFacts } from '@officina/contracts/talent';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { searchTextOf } from '../contacts/contact-row.ts';

const columnsOf = ({ fullName, email }: TalentFacts) => {
  const names = { firstName: '', lastName: '', displayName: fullName };
  return {
    displayName: fullName,
    email,
    searchText: searchTextOf({ ...names, email, phone: null, company: null }),
  };
};

/** The contact that an expert is. */
export async function addTalentContact(ctx: WriteCtx, facts: TalentFacts): Promise<string> {
  const id = newId();
  const at = toDate(ctx.now);
  const tx = await ctx.tx();
  await tx.insert(contacts).values({
    ...columnsOf(facts),
    ...{ id, createdAt: at, updatedAt: at },
    tenantId: ctx.tenant.id,
    kind: 'person',
    source: 'portal',
  });
  return id;
}

/** Lets the contact be called as the profile says. */
export async function renameTalentContact(ctx: WriteCtx, id: string, facts: TalentFacts): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(contacts)
    .set({ ...columnsOf(facts), version: sql`${contacts.version} + 1`, updatedAt: toDate(ctx.now) })
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id)));
}
