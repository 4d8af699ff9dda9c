import { mutation, router } from '../../kernel/trpc.ts';
import { updateBilling } from './update-billing.ts';

export const engagementBillingRouter = router({ updateEngagement: mutation(updateBilling) });
