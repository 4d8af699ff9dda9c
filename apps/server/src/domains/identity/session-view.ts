import type { SessionView } from '@officina/contracts/boot';
import { permissionsOf } from '@officina/contracts/permissions';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Who is signed in and what they may do, or null for a visitor. */
export function presentSession(ctx: Ctx): SessionView | null {
  const { actor, tenant } = ctx;
  if (actor.kind !== 'user') return null;
  const { id, email, name, locale, theme, density, emailVerified, mustVerify, role } = actor;
  return {
    user: { id, email, name, locale, theme, density, emailVerified, mustVerify },
    tenant,
    role,
    orgId: actor.orgId,
    permissions: [...permissionsOf(role)].filter((word) => may(actor, word)),
    expires: actor.sessionExpiresAt.toISOString(),
  };
}
