import type { ChargeListItem } from '@officina/contracts/charges';
import { byRef } from '@officina/contracts/office-fields';
import { write } from '../../kernel/operation.ts';
import { moveCharge } from './move-charge.ts';

/** issued → paid. */
export const markChargePaid = write({
  name: 'charges.markPaid',
  permission: 'office.charges.write',
  input: byRef,
  run: (ctx, { ref }): Promise<ChargeListItem> => moveCharge(ctx, ref, 'markPaid'),
});
