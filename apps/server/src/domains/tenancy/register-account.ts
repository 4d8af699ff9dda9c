import { randomInt } from 'node:crypto';
import { register as input } from '@officina/contracts/account-inputs';
import type { AccountRole } from '@officina/contracts/accounts';
import type { TenantModule } from '@officina/contracts/modules';
import { foldText } from '@officina/contracts/text';
import { users } from '@officina/db/schema/identity';
import { members, tenantSettings, tenants } from '@officina/db/schema/tenancy';
import { toDate } from '../../kernel/clock.ts';
import type { Tenant, WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId, type TenantId } from '../../kernel/ids.ts';
import { inTenant, requireTenant } from '../../kernel/in-tenant.ts';
import { write } from '../../kernel/operation.ts';
import { sendVerification } from '../identity/send-verification.ts';
import { addOrganization } from '../organizations/add-organization.ts';
import { checkSignUps, countSignUp } from './sign-up-limit.ts';

export interface Registered {
  user: { id: string; email: string; name: string; role: AccountRole };
}

const MODULES: TenantModule[] = ['studio'];

/** A free subdomain after the person's name; the letters make it nobody else's. */
function subdomainFor(name: string): string {
  const slug = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const letters = Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join('');
  return [slug, letters].filter(Boolean).join('-');
}

/** A business of their own, of which they are the owner. */
async function foundTenant(ctx: WriteCtx, userId: string, name: string): Promise<Tenant> {
  const now = toDate(ctx.now);
  const tenant: Tenant = {
    id: newId() as TenantId,
    subdomain: subdomainFor(name),
    name,
    plan: 'free',
    timeZone: 'UTC',
    currency: 'USD',
    locale: 'en',
    modules: MODULES,
  };
  const tx = await ctx.tx();
  await tx.insert(tenants).values({ ...tenant, createdAt: now, updatedAt: now });
  await tx.insert(tenantSettings).values({ tenantId: tenant.id, companyName: name, updatedAt: now });
  await tx.insert(members).values({ tenantId: tenant.id, userId, role: 'owner', joinedAt: now });
  ctx.announce(`tenant:${tenant.id}`);
  return tenant;
}

/** A client of this firm, in an organisation of their own that nobody else is in. */
async function joinAsClient(ctx: WriteCtx, userId: string, name: string): Promise<Tenant> {
  requireTenant(ctx);
  const here = inTenant(ctx, ctx.tenant);
  let contactId: string | null = null;
  for (let count = 1; !contactId; count++) {
    const free = count === 1 ? name : `${name} ${count}`;
    contactId = await addOrganization(here, { name: free, standing: 'prospect', domain: null });
  }
  const tx = await ctx.tx();
  await tx.insert(members).values({
    tenantId: ctx.tenant.id,
    userId,
    role: 'client',
    contactId,
    joinedAt: toDate(ctx.now),
  });
  return ctx.tenant;
}

/**
 * Opens an account by the studio's door: as the owner of a new business, or as a client of this firm. It may sign in at
 * once but do nothing until its address is verified. EMAIL_EXISTS: the unique index judges.
 */
export const registerAccount = write({
  name: 'identity.register',
  permission: 'public',
  input,
  conflicts: { users_email_unique: () => new AppError('EMAIL_EXISTS') },
  async run(ctx, { email, password, name, role, locale = null }): Promise<Registered> {
    await checkSignUps(ctx);
    const passwordHash = await ctx.services.passwords.hash(password);
    const now = toDate(ctx.now);
    const user = { id: newId(), email, name, locale };
    const tx = await ctx.tx();
    await tx.insert(users).values({
      ...user,
      passwordHash,
      accountRole: role,
      verificationRequired: true,
      createdAt: now,
      updatedAt: now,
    });
    const tenant =
      role === 'client' ? await joinAsClient(ctx, user.id, name) : await foundTenant(ctx, user.id, name);
    await sendVerification(ctx, user, tenant);
    ctx.record({
      verb: 'user.signed_up',
      subject: { type: 'user', id: user.id },
      after: { email, role },
      as: { tenantId: tenant.id, userId: user.id },
    });
    await countSignUp(ctx, tx);
    return { user: { id: user.id, email, name, role } };
  },
});
