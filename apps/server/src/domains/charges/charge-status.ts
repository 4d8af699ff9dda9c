import type { ChargeAbilities } from '@officina/contracts/charges';
import type { ChargeStatus } from '@officina/contracts/office';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';

export type ChargeAction = 'issue' | 'markPaid' | 'cancel';

interface Transition {
  from: readonly ChargeStatus[];
  to: ChargeStatus;
  /** The moment that is stamped. */
  stamp: 'issuedAt' | 'paidAt' | 'canceledAt';
  verb: string;
  refusal(status: ChargeStatus): string;
}

/** What may happen to a charge; nothing is idempotent. Source: office specification §4.2. */
export const CHARGE_TRANSITIONS: Record<ChargeAction, Transition> = {
  issue: {
    from: ['draft'],
    to: 'issued',
    stamp: 'issuedAt',
    verb: 'charge.issued',
    refusal: (status) => `Cannot issue charge with status ${status}`,
  },
  markPaid: {
    from: ['issued'],
    to: 'paid',
    stamp: 'paidAt',
    verb: 'charge.paid',
    refusal: (status) => `Cannot mark charge as paid with status ${status}`,
  },
  cancel: {
    from: ['draft', 'issued'],
    to: 'canceled',
    stamp: 'canceledAt',
    verb: 'charge.canceled',
    refusal: (status) => (status === 'canceled' ? 'Charge already canceled' : 'Cannot cancel paid charge'),
  },
};

/** An invoice is attached while a charge is issued, once. */
export function chargeAbilities(ctx: Ctx, status: ChargeStatus, hasInvoice: boolean): ChargeAbilities {
  const writes = may(ctx.actor, 'office.charges.write');
  const leads = (action: ChargeAction) => writes && CHARGE_TRANSITIONS[action].from.includes(status);
  return {
    issue: leads('issue'),
    markPaid: leads('markPaid'),
    cancel: leads('cancel'),
    attachInvoice: writes && status === 'issued' && !hasInvoice,
  };
}
