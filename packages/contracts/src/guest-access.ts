/** What somebody without an account may buy access to. */
export const GUEST_FEATURES = ['ai-create', 'collaboration', 'file-sharing', 'video-studio'] as const;
export type GuestFeature = (typeof GUEST_FEATURES)[number];

/** For how long. */
export const GUEST_DURATIONS = ['1 hour', '24 hours', '7 days', '1 month'] as const;
export type GuestDuration = (typeof GUEST_DURATIONS)[number];

/** A month of access is thirty days. */
export const HOURS_OF: Record<GuestDuration, number> = {
  '1 hour': 1,
  '24 hours': 24,
  '7 days': 7 * 24,
  '1 month': 30 * 24,
};

/** Access runs from its payment; `over` is derived from when it ends. */
export const GUEST_STATUSES = ['pending', 'active'] as const;
export type GuestStatus = (typeof GUEST_STATUSES)[number];

/** US cents, where a tenant has no price of its own. Source: studio specification §4.5. */
export const GUEST_PRICES: Record<GuestFeature, Record<GuestDuration, number>> = {
  'ai-create': { '1 hour': 500, '24 hours': 1500, '7 days': 4900, '1 month': 14_900 },
  'video-studio': { '1 hour': 700, '24 hours': 2100, '7 days': 6900, '1 month': 20_900 },
  collaboration: { '1 hour': 300, '24 hours': 900, '7 days': 2900, '1 month': 8900 },
  'file-sharing': { '1 hour': 200, '24 hours': 600, '7 days': 1900, '1 month': 5900 },
};

/** Who has a session's id sees of it no more than this. */
export interface GuestView {
  id: string;
  feature: GuestFeature;
  duration: GuestDuration;
  status: GuestStatus | 'over';
  expiresAt: string | null;
}

export interface GuestPriceView {
  feature: GuestFeature;
  duration: GuestDuration;
  /** US cents. */
  amountCents: number;
}
