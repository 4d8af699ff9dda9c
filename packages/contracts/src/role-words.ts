import type { Role } from './roles.ts';

/** What the portal's contract calls a role; null for one that has no part in it. Source: design §5. */
export function portalRoleOf(role: Role): string | null {
  if (role === 'owner' || role === 'admin') return 'lucien_admin';
  if (role === 'manager' || role === 'member') return 'lucien_operator';
  if (role === 'client_admin') return 'org_admin';
  return role === 'client' ? 'org_user' : null;
}

/** What the studio's contract calls a role; one that it does not know keeps its word. Source: studio specification §1. */
export function studioRoleOf(role: Role): string {
  if (role === 'owner' || role === 'admin') return 'admin';
  if (role === 'manager' || role === 'member') return 'user';
  return role === 'client_admin' ? 'client' : role;
}
