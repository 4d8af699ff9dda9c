import type { VatShare } from '@officina/contracts/money';
import type { PaymentMethod } from '@officina/contracts/sales';

/** Makes the printable form of a sales document; equal documents give equal bytes. */
export interface PdfRenderer {
  render(document: SalesDocument): Promise<Buffer>;
}

/** A postal address; lines without data are left out. `country` is an ISO code or a name. */
export interface PrintedAddress {
  street?: string | null;
  postalCode?: string | null;
  city?: string | null;
  country?: string | null;
}

/** The firm as it was when the document was issued. */
export interface Seller {
  name: string;
  legalForm?: string | null;
  /** Share capital: digits alone are printed as an amount, other texts as they are. */
  capital?: string | null;
  siret?: string | null;
  rcs?: string | null;
  vatNumber?: string | null;
  address?: PrintedAddress | null;
  phone?: string | null;
  email?: string | null;
  website?: string | null;
}

/** The customer as they were when the document was issued. */
export interface Buyer {
  /** Person or company; `company` is printed above the person's name when both are there. */
  name: string;
  company?: string | null;
  address?: PrintedAddress | null;
  phone?: string | null;
  email?: string | null;
  siret?: string | null;
  vatNumber?: string | null;
}

export interface PrintedVehicle {
  plate?: string | null;
  make?: string | null;
  model?: string | null;
  /** Kilometres. */
  mileage?: number | null;
}

export interface PrintedLine {
  description: string;
  /** Thousandths, hundredths of a currency's unit and of a percent; each may have decimals of its own. */
  quantityMilli: number;
  unitPriceMinor: number;
  vatRateBp: number;
  /** Excluding VAT, as computed when the document was written; never recomputed here. */
  totalMinor: number;
}

/** Wordings of the firm; standard ones exist for the first three, the others are printed only if given. */
export interface PrintedLegalTexts {
  earlyPayment?: string | null;
  latePenalty?: string | null;
  /** Printed for business buyers alone. */
  recoveryIndemnity?: string | null;
  warranty?: string | null;
  mediator?: string | null;
  quoteFooter?: string | null;
  invoiceFooter?: string | null;
}

export type SalesDocumentKind = 'quote' | 'invoice' | 'credit_note';

export interface SalesDocument {
  kind: SalesDocumentKind;
  /** Null is a draft: every page carries a watermark. */
  number: string | null;
  /** Dates are `YYYY-MM-DD`. The issue date is the creation date in the file, too. */
  issueDate: string;
  serviceDate?: string | null;
  dueDate?: string | null;
  validUntil?: string | null;
  creditedInvoiceNumber?: string | null;
  seller: Seller;
  buyer: Buyer;
  isBusinessBuyer: boolean;
  vehicle?: PrintedVehicle | null;
  lines: PrintedLine[];
  subtotalMinor: number;
  vatMinor: number;
  /** Taken off after VAT; printed where there is one. */
  discountMinor?: number;
  totalMinor: number;
  breakdown: VatShare[];
  /** No VAT is charged (art. 293 B CGI): VAT columns give way to the mention. */
  vatExempt: boolean;
  /** The seller says what the tax is: it is called a tax, not VAT, where the language has a word for both. */
  anyTax?: boolean;
  currency: string;
  /** BCP 47; `fr…` prints French, `he…` Hebrew from right to left, every other language English. */
  locale: string;
  notes?: string | null;
  payment?: { method?: PaymentMethod | null; iban?: string | null; bic?: string | null } | null;
  legal?: PrintedLegalTexts | null;
  /** PNG or JPEG; anything else, or a broken picture, prints the firm's name instead. */
  logo?: Uint8Array | null;
}
