/** What an item of the shop may be. */
export const ITEM_TYPES = ['image', 'video', 'audio', 'document', 'collection'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** A price at which an item is sold, and how often it may then be downloaded (null: without limit). */
export interface ItemTier {
  id: string;
  name: string;
  amountCents: number;
  /** ISO code, lower-case. */
  currency: string;
  downloads: number | null;
}

/** Of a sale the house keeps this many percent. */
export const FEE_PERCENT = 15;

/** What the house keeps of a sale and what its maker is owed, in minor units: the fee rounded half away from zero. */
export function splitOf(amountMinor: number): { feeMinor: number; payoutMinor: number } {
  const feeMinor = Number((BigInt(amountMinor) * BigInt(FEE_PERCENT) * 2n + 100n) / 200n);
  return { feeMinor, payoutMinor: amountMinor - feeMinor };
}

export interface ItemView {
  id: string;
  title: string;
  itemType: ItemType;
  creatorId: string;
  creator: string;
  tiers: ItemTier[];
  /** Buyers have something to download. */
  hasFile: boolean;
  filename: string | null;
  /** What was sold, and of that the house's part and the maker's, per currency in minor units. */
  sales: { currency: string; count: number; amountCents: number; feeCents: number; payoutCents: number }[];
  createdAt: string;
  abilities: { edit: boolean };
}
