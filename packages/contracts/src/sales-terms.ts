/** What an editor of documents fills in by itself, as the firm's settings say. */
export interface SalesTermsView {
  /** The business day, YYYY-MM-DD. */
  today: string;
  currency: string;
  /** Percent; 0 for a firm that charges no VAT. */
  vatRate: number;
  vatExempt: boolean;
  paymentTermDays: number;
  quoteValidityDays: number;
  /** Price of an hour of labour excluding VAT; null when the firm has not set one. */
  hourlyRateCents: number | null;
}
