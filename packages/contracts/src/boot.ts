import type { TenantModule } from './modules.ts';
import type { Permission } from './permissions.ts';
import type { Plan } from './plans.ts';
import type { Density, Theme } from './preferences.ts';
import type { Role } from './roles.ts';

/** Who is signed in, in which tenant, and what they may do. */
export interface SessionView {
  user: {
    id: string;
    email: string;
    name: string;
    /** Null follows the tenant. */
    locale: string | null;
    /** Null follows the device. */
    theme: Theme | null;
    density: Density | null;
    emailVerified: boolean;
    /** Nothing else may be done before the address is verified. */
    mustVerify: boolean;
  };
  tenant: {
    id: string;
    subdomain: string;
    name: string;
    timeZone: string;
    currency: string;
    locale: string;
    modules: TenantModule[];
    plan: Plan;
  };
  role: Role;
  /** The client organisation of who belongs to one. */
  orgId: string | null;
  permissions: Permission[];
  /** ISO timestamp of the idle end of the session. */
  expires: string;
}

export interface DemoAccount {
  email: string;
  password: string;
  label: string;
  role: Role;
  tenant: string;
}

/** What the server writes into the page, so that the first paint needs no request. */
export interface Boot {
  /** Name of the firm that the address belongs to. */
  firm: string;
  session: SessionView | null;
  /** Null outside demo mode. */
  demo: {
    accounts: DemoAccount[];
    /** Whether the signed-in user may have their demo tenant made anew. */
    resettable: boolean;
  } | null;
}
