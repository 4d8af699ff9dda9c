import type { Role } from '@officina/contracts/roles';
import { SSO_ROLES } from '@officina/contracts/sso';
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
 * Throws SSO_REQUIRED for a colleague whose firm wants them to sign in at its provider and who came another way. Owners
 * may: somebody must be able to mend a provider that does not answer.
 */
export async function requireProvider(ctx: Ctx, { email, role, tenantId, idpId }: Entering): Promise<void> {
  if (!(SSO_ROLES as readonly Role[]).includes(role)) return;
  const provider = await ownProvider(ctx.db, tenantId, email);
  if (provider?.required && provider.id !== idpId) throw new AppError('SSO_REQUIRED');
}
