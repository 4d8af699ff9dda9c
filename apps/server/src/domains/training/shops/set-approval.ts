import type { PartnerStatus } from '@officina/contracts/training';
import { partnerStatus, shopApproval } from '@officina/contracts/training-staff-inputs';
import { partners, shops } from '@officina/db/schema/training-places';
import { and, eq } from 'drizzle-orm';
import { notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { newCode } from '../checkin/new-code.ts';

/** Whether apprentices may work at a shop. One that is approved has a check-in code from then on. */
export const setShopApproval = write({
  name: 'training.setShopApproval',
  permission: 'training.manage',
  input: shopApproval,
  async run(ctx, { shopId, approved, reason }): Promise<{ shopId: string; approved: boolean }> {
    const tx = await ctx.tx();
    const its = and(eq(shops.tenantId, ctx.tenant.id), eq(shops.id, shopId));
    const [shop] = await tx.select({ approved: shops.isApproved }).from(shops).where(its).for('update');
    if (!shop) throw notFound('Shop');
    if (shop.approved === approved) return { shopId, approved };
    await tx.update(shops).set({ isApproved: approved }).where(its);
    ctx.record({
      verb: 'shop.approval_changed',
      subject: { type: 'shop', id: shopId },
      before: { approved: !approved },
      after: { approved },
      reason,
    });
    if (approved) await newCode(ctx, shopId, { ifExpired: true });
    return { shopId, approved };
  },
});

/** Whether a partner's shops take apprentices in. Open shifts go on; new ones obey. */
export const setPartnerStatus = write({
  name: 'training.setPartnerStatus',
  permission: 'training.manage',
  input: partnerStatus,
  async run(ctx, { partnerId, status, reason }): Promise<{ partnerId: string; status: PartnerStatus }> {
    const tx = await ctx.tx();
    const its = and(eq(partners.tenantId, ctx.tenant.id), eq(partners.id, partnerId));
    const [partner] = await tx.select({ status: partners.status }).from(partners).where(its).for('update');
    if (!partner) throw notFound('Partner');
    if (partner.status === status) return { partnerId, status };
    await tx.update(partners).set({ status }).where(its);
    ctx.record({
      verb: 'partner.status_changed',
      subject: { type: 'partner', id: partnerId },
      before: { status: partner.status },
      after: { status },
      reason,
    });
    return { partnerId, status };
  },
});
