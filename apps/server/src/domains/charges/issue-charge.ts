import type { ChargeListItem } from '@officina/contracts/charges';
import { byRef } from '@officina/contracts/office-fields';
import { write } from '../../kernel/operation.ts';
import { moveCharge } from './move-charge.ts';

/** draft → issued: from now on the client owes it. */
export const issueCharge = write({
  name: 'charges.issue',
  permission: 'office.charges.write',
  input: byRef,
  run: (ctx, { ref }): Promise<ChargeListItem> => moveCharge(ctx, ref, 'issue'),
});
