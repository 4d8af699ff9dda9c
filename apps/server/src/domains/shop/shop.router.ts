import { mutation, query, router, uploadMutation } from '../../kernel/trpc.ts';
import { buyGuestAccess } from './guest/buy-guest-access.ts';
import { checkoutGuestAccess } from './guest/checkout-guest-access.ts';
import { getGuestSession } from './guest/get-guest-session.ts';
import { listGuestPrices } from './guest/guest-prices.ts';
import { setGuestPrice } from './guest/set-guest-price.ts';
import { buyItem } from './items/buy-item.ts';
import { createItem } from './items/create-item.ts';
import { getPurchase } from './items/get-purchase.ts';
import { listItems } from './items/list-items.ts';
import { ITEM_FILE, setItemFile } from './items/set-item-file.ts';

export const itemsRouter = router({
  create: mutation(createItem),
  list: query(listItems),
  setFile: uploadMutation(setItemFile, ITEM_FILE, ({ id }) => ({ id })),
  buy: mutation(buyItem),
  purchase: query(getPurchase),
});

export const guestRouter = router({
  get: query(getGuestSession),
  prices: query(listGuestPrices),
  setPrice: mutation(setGuestPrice),
  buy: mutation(buyGuestAccess),
  checkout: mutation(checkoutGuestAccess),
});
