import { useLingui } from '@lingui/react/macro';
import { ITEM_TYPES, type ItemTier, type ItemType, type ItemView } from '@officina/contracts/item-sales';
import { money } from '../../lib/format.ts';

export function useItemTypes() {
  const { t } = useLingui();
  const types: Record<ItemType, string> = {
    image: t`Image`,
    video: t`Video`,
    audio: t`Audio`,
    document: t`Document`,
    collection: t`Collection`,
  };
  return { types, options: ITEM_TYPES.map((value) => ({ value, label: types[value] })) };
}

export const priceOf = ({ amountCents, currency }: ItemTier): string =>
  money(amountCents, currency.toUpperCase());

/** One part of what was sold, in each currency. */
export const soldText = (
  { sales }: ItemView,
  part: 'amountCents' | 'feeCents' | 'payoutCents' = 'amountCents',
): string => sales.map((sale) => money(sale[part], sale.currency.toUpperCase())).join(' + ');

export const soldCount = ({ sales }: ItemView): number => sales.reduce((sum, { count }) => sum + count, 0);
