/** A refusal that a person may read: a declined card, or a request that the provider does not take. */
export class PaymentRefused extends Error {
  override name = 'PaymentRefused';
  readonly kind: 'declined' | 'invalid';
  readonly code: string | null;
  /** Why the bank declined, in the provider's words. */
  readonly declineCode: string | null;
  readonly paymentId: string | null;

  constructor(
    message: string,
    facts: { kind: 'declined' | 'invalid'; code?: string; declineCode?: string; paymentId?: string },
  ) {
    super(message);
    this.kind = facts.kind;
    this.code = facts.code ?? null;
    this.declineCode = facts.declineCode || null;
    this.paymentId = facts.paymentId ?? null;
  }
}

/** The provider cannot be asked, or payments are switched off; nothing is known to have happened. */
export class PaymentsUnavailable extends Error {
  override name = 'PaymentsUnavailable';
}
