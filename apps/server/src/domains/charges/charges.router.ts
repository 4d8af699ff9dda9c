import { many } from '../../kernel/many.ts';
import { mutation, query, router } from '../../kernel/trpc.ts';
import { attachInvoice } from './attach-invoice.ts';
import { cancelCharge } from './cancel-charge.ts';
import { readChargeAging } from './charge-aging.ts';
import { readChargeTotals } from './charge-totals.ts';
import { createCharge } from './create-charge.ts';
import { getCharge } from './get-charge.ts';
import { issueCharge } from './issue-charge.ts';
import { listCharges } from './list-charges.ts';
import { markChargePaid } from './mark-charge-paid.ts';
import { remindPayment } from './remind-payment.ts';

export const chargesRouter = router({
  list: query(listCharges),
  get: query(getCharge),
  totals: query(readChargeTotals),
  aging: query(readChargeAging),
  create: mutation(createCharge),
  issue: mutation(issueCharge),
  issueMany: mutation(many(issueCharge)),
  markPaid: mutation(markChargePaid),
  cancel: mutation(cancelCharge),
  attachInvoice: mutation(attachInvoice),
  remindPayment: mutation(remindPayment),
});
