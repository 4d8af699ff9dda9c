import { billingPortal } from '@officina/contracts/tenancy-inputs';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { askProvider } from '../payments/ask-provider.ts';
import { billingAccount, billingPage } from './billing-account.ts';

/** The provider's page where an owner changes or ends the firm's own subscription; NOT_FOUND for who never had one. */
export const openBillingPortal = read({
  name: 'tenancy.openBillingPortal',
  permission: 'billing.manage',
  input: billingPortal,
  async run(ctx): Promise<{ url: string }> {
    const { customer } = await billingAccount(ctx);
    if (!customer) throw notFound('Billing account');
    return askProvider(() => ctx.services.payments.openBillingPortal(customer, billingPage(ctx)));
  },
});
