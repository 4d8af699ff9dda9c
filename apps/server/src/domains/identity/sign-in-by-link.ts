import { signInLink as input, openSignInLink } from '@officina/contracts/identity-inputs';
import { signInLinks } from '@officina/db/schema/identity';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { read, write } from '../../kernel/operation.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';
import { comeIn } from './come-in.ts';
import { enter, type SignedIn } from './enter.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { wayIn } from './way-in.ts';

const usable = (ctx: Ctx, { token, email }: { token: string; email: string }) =>
  and(
    eq(signInLinks.tokenHash, hashSecret(token)),
    eq(signInLinks.email, email),
    isNull(signInLinks.usedAt),
    gt(signInLinks.expiresAt, toDate(ctx.now)),
  );

/** Whether the link was asked for by this browser; uses nothing up. INVALID_TOKEN for a dead link. */
export const readSignInLink = read({
  name: 'identity.readSignInLink',
  permission: 'public',
  input: openSignInLink,
  async run(ctx, { browserHash, ...link }): Promise<{ sameBrowser: boolean }> {
    const [row] = await ctx.db
      .select({ browserHash: signInLinks.browserHash })
      .from(signInLinks)
      .where(usable(ctx, link));
    if (!row) throw new AppError('INVALID_TOKEN');
    return { sameBrowser: row.browserHash === browserHash };
  },
});

/**
 * Signs the owner of the mailbox in with the mailed token, once however many use it at the same time. Who they may be
 * is judged now, not when the link was asked for. INVALID_TOKEN for a dead link and for who may not enter any more.
 */
export const signInByLink = write({
  name: 'identity.signInByLink',
  permission: 'public',
  input,
  async run(ctx, link): Promise<SignedIn> {
    const tx = await ctx.tx();
    const [claimed] = await tx
      .update(signInLinks)
      .set({ usedAt: toDate(ctx.now) })
      .where(usable(ctx, link))
      .returning({ tenantId: signInLinks.activeTenantId });
    const [row] = claimed
      ? await tx.select(tenantColumns).from(tenants).where(eq(tenants.id, claimed.tenantId))
      : [];
    const tenant = row && tenantOf(row);
    const way = tenant && (await wayIn(ctx, link.email, tenant, tenant.subdomain));
    if (!way) throw new AppError('INVALID_TOKEN');
    if (way.user) await proveMailbox(ctx, way.user);
    const { user, membership } = await comeIn(ctx, way, link.email);
    return enter(ctx, user, membership, 'email');
  },
});
