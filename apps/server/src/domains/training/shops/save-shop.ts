import { shopSave } from '@officina/contracts/training-staff-inputs';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { partners, shops } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';

/** The host who runs a shop is a member already. */
async function ownerOf(ctx: WriteCtx, email: string | null | undefined): Promise<string | null> {
  if (!email) return null;
  const [member] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        eq(members.role, 'host'),
        isNull(members.removedAt),
        eq(users.email, email.toLowerCase()),
      ),
    );
  if (!member) throw invalid({ field: 'ownerEmail', message: 'No host with this address' });
  return member.id;
}

async function partnerOf(ctx: WriteCtx, partnerId: string | undefined, name: string | null | undefined) {
  const tx = await ctx.tx();
  if (partnerId) {
    const [known] = await tx
      .select({ id: partners.id })
      .from(partners)
      .where(and(eq(partners.tenantId, ctx.tenant.id), eq(partners.id, partnerId)));
    if (!known) throw notFound('Partner');
    return partnerId;
  }
  const id = newId();
  await tx
    .insert(partners)
    .values({ tenantId: ctx.tenant.id, id, name: name ?? '', createdAt: toDate(ctx.now) });
  ctx.record({ verb: 'partner.created', subject: { type: 'partner', id }, after: { name } });
  return id;
}

/** A partner's shop. A new one is not approved, and a new partner pends, until staff say otherwise. */
export const saveShop = write({
  name: 'training.saveShop',
  permission: 'training.manage',
  input: shopSave,
  async run(ctx, { id: given, partnerId, partnerName, ownerEmail, ...facts }): Promise<{ id: string }> {
    const tx = await ctx.tx();
    const { id: tenantId } = ctx.tenant;
    const ownerUserId = await ownerOf(ctx, ownerEmail);
    if (!given) {
      const id = newId();
      const values = { ...facts, ownerUserId, partnerId: await partnerOf(ctx, partnerId, partnerName) };
      await tx.insert(shops).values({ ...values, tenantId, id, createdAt: toDate(ctx.now) });
      ctx.record({ verb: 'shop.created', subject: { type: 'shop', id }, after: values });
      return { id };
    }
    const its = and(eq(shops.tenantId, tenantId), eq(shops.id, given));
    const [before] = await tx.select().from(shops).where(its).for('update');
    if (!before) throw notFound('Shop');
    const values = { ...facts, ...(ownerEmail !== undefined && { ownerUserId }) };
    await tx.update(shops).set(values).where(its);
    const { name, address, codeTtlMinutes } = before;
    ctx.record({
      verb: 'shop.updated',
      subject: { type: 'shop', id: given },
      before: { name, address, codeTtlMinutes, ownerUserId: before.ownerUserId },
      after: values,
    });
    return { id: given };
  },
});
