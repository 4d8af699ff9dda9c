import type { Role } from '@officina/contracts/roles';
import { SSO_ROLES } from '@officina/contracts/sso';
import type { Executor } from '@officina/db/client';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ownProvider } from './own-provider.ts';

interface Entering {
  email: string;
  role: Role;
  tenantId: string;
  /** The provider at which they have proved who they are. */
  idpId: string | null;
}

/**
 * Whether a firm wants this colleague to sign in at its provider and they came another way. Owners may: somebody must be
 * able to mend a provider that does not answer.
 */
export async function lacksProvider(
  db: Executor,
  { email, role, tenantId, idpId }: Entering,
): Promise<boolean> {
  if (!(SSO_ROLES as readonly Role[]).includes(role)) return false;
  const provider = await ownProvider(db, tenantId, email);
  return provider?.required === true && provider.id !== idpId;
}

/** Throws SSO_REQUIRED for who `lacksProvider`. */
export async function requireProvider(ctx: Ctx, entering: Entering): Promise<void> {
  if (await lacksProvider(ctx.db, entering)) throw new AppError('SSO_REQUIRED');
}
