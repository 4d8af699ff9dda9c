export const PLANS = ['free', 'starter', 'pro', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** Limits per plan; null is unlimited. AI calls are per calendar month (UTC). Source: garage §1.2. */
export const PLAN_LIMITS: Record<
  Plan,
  { users: number | null; contacts: number | null; aiCalls: number | null }
> = {
  free: { users: 1, contacts: 100, aiCalls: 10 },
  starter: { users: 3, contacts: 1000, aiCalls: 100 },
  pro: { users: 10, contacts: null, aiCalls: 1000 },
  enterprise: { users: null, contacts: null, aiCalls: null },
};
