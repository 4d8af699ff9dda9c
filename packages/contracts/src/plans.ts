export const PLANS = ['free', 'starter', 'pro', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

interface PlanLimits {
  users: number | null;
  contacts: number | null;
  aiCalls: number | null;
  /** Of all stored files together. */
  storageBytes: number | null;
}

const GIGABYTE = 1024 ** 3;

/** Limits per plan; null is unlimited. AI calls are per calendar month (UTC). Source: garage §1.2; storage is ours. */
export const PLAN_LIMITS: Record<Plan, PlanLimits> = {
  free: { users: 1, contacts: 100, aiCalls: 10, storageBytes: GIGABYTE },
  starter: { users: 3, contacts: 1000, aiCalls: 100, storageBytes: 10 * GIGABYTE },
  pro: { users: 10, contacts: null, aiCalls: 1000, storageBytes: 100 * GIGABYTE },
  enterprise: { users: null, contacts: null, aiCalls: null, storageBytes: null },
};
