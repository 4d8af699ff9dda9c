import { signUp as input } from '@officina/contracts/identity-inputs';
import { DEFAULT_MODULES } from '@officina/contracts/modules';
import { users } from '@officina/db/schema/identity';
import { members, tenantSettings, tenants } from '@officina/db/schema/tenancy';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId, type TenantId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { sendVerification } from '../identity/send-verification.ts';
import { checkSignUps, countSignUp } from './sign-up-limit.ts';

export interface SignedUp {
  user: { id: string; email: string; tenantId: string };
  tenant: { id: string; subdomain: string; name: string };
}

/**
 * Opens a business with its owner: tenant, settings, user and membership, or nothing. The unique indexes judge
 * (SUBDOMAIN_EXISTS, EMAIL_EXISTS). The owner may sign in at once; the mail that confirms their address blocks nothing.
 */
export const signUp = write({
  name: 'identity.signUp',
  permission: 'public',
  input,
  conflicts: {
    tenants_subdomain_unique: () => new AppError('SUBDOMAIN_EXISTS'),
    users_email_unique: () => new AppError('EMAIL_EXISTS'),
  },
  async run(ctx, { email, password, name, subdomain, tenantName, locale = null }): Promise<SignedUp> {
    await checkSignUps(ctx);
    const passwordHash = await ctx.services.passwords.hash(password);
    const now = toDate(ctx.now);
    const stamps = { createdAt: now, updatedAt: now };
    const tenant = {
      id: newId() as TenantId,
      subdomain,
      name: tenantName,
      plan: 'free' as const,
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      locale: 'fr-FR',
      modules: [...DEFAULT_MODULES],
    };
    const user = { id: newId(), email, name, locale };
    const tx = await ctx.tx();
    await tx.insert(tenants).values({ ...tenant, ...stamps });
    await tx.insert(users).values({ ...user, passwordHash, ...stamps });
    await tx.insert(tenantSettings).values({ tenantId: tenant.id, companyName: tenantName, updatedAt: now });
    await tx.insert(members).values({ tenantId: tenant.id, userId: user.id, role: 'owner', joinedAt: now });
    await sendVerification(ctx, user, tenant);
    ctx.record({
      verb: 'tenant.created',
      subject: { type: 'tenant', id: tenant.id },
      after: { subdomain, name: tenantName, plan: tenant.plan, owner: email },
      as: { tenantId: tenant.id, userId: user.id },
    });
    ctx.announce(`tenant:${tenant.id}`);
    await countSignUp(ctx, tx);
    return {
      user: { id: user.id, email, tenantId: tenant.id },
      tenant: { id: tenant.id, subdomain, name: tenantName },
    };
  },
});
