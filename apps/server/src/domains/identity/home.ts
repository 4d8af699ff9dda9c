import { portalRoleOf } from '@officina/contracts/role-words';
import type { Role } from '@officina/contracts/roles';
import type { Tenant } from '../../kernel/context.ts';

/** Where people begin who asked for no page: in the portal, if their firm has one and they a part in it. */
export const homeOf = (role: Role, { modules }: Tenant): string =>
  portalRoleOf(role) && modules.includes('portal') ? '/portal' : '/';
