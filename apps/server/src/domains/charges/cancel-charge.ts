import type { ChargeListItem } from '@officina/contracts/charges';
import { byRef } from '@officina/contracts/office-fields';
import { write } from '../../kernel/operation.ts';
import { moveCharge } from './move-charge.ts';

/** draft or issued → canceled; what was stamped before stays. */
export const cancelCharge = write({
  name: 'charges.cancel',
  permission: 'office.charges.write',
  input: byRef,
  run: (ctx, { ref }): Promise<ChargeListItem> => moveCharge(ctx, ref, 'cancel'),
});
