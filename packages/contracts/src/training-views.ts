/** What a place in a programme costs: today's fee, then weekly payments. Amounts in minor units. */
export interface TrainingQuote {
  currency: string;
  setupFeeCents: number;
  weeklyPaymentCents: number;
  weeksRemaining: number;
  lastPaymentCents: number;
  /** e.g. `Friday, Feb 14`: the day in programme time, as contracts print it. */
  firstBillingDate: string;
  /** The moment of the first weekly payment. */
  anchor: string;
}
