/** Parts of the back office that a firm may use. What it does not use is not shown; what it may do is decided by roles. */
export const TENANT_MODULES = [
  'sales',
  'vehicles',
  'tasks',
  'office',
  'portal',
  'academy',
  'studio',
] as const;
export type TenantModule = (typeof TENANT_MODULES)[number];

/** Of a firm that signed up and has chosen none: a garage's. */
export const DEFAULT_MODULES: readonly TenantModule[] = ['sales', 'vehicles', 'tasks'];
