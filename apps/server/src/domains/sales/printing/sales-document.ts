import { milliFromQuantity, rateBpFromPercent } from '@officina/contracts/money';
import type { DocumentAmounts, DocumentLine } from '@officina/contracts/sales';
import type { BuyerSnapshot, SellerSnapshot } from '@officina/db/schema/sales';
import type { Ctx } from '../../../kernel/context.ts';
import type { SalesDocument } from '../../../providers/pdf/port.ts';
import { loadDocument } from '../../documents/load-document.ts';

export interface Printable extends DocumentAmounts {
  lines: readonly DocumentLine[];
  currency: string;
  seller: SellerSnapshot;
  buyer: BuyerSnapshot;
}

type Facts = Pick<
  SalesDocument,
  | 'kind'
  | 'number'
  | 'issueDate'
  | 'serviceDate'
  | 'dueDate'
  | 'validUntil'
  | 'creditedInvoiceNumber'
  | 'notes'
>;

async function logoOf(ctx: Ctx, { logoDocumentId }: SellerSnapshot): Promise<Buffer | null> {
  const logo = logoDocumentId ? await loadDocument(ctx, logoDocumentId) : null;
  return logo?.bytes ?? null;
}

/** What the renderer needs of a document; amounts go over as they are, nothing is computed anew. */
export async function salesDocument(ctx: Ctx, facts: Facts, printed: Printable): Promise<SalesDocument> {
  const { seller, buyer } = printed;
  return {
    ...facts,
    seller: { ...seller, name: seller.companyName },
    buyer,
    isBusinessBuyer: buyer.isBusiness ?? false,
    vehicle: buyer.vehicle && { ...buyer.vehicle, plate: buyer.vehicle.licensePlate },
    lines: printed.lines.map((line) => ({
      description: line.description,
      quantityMilli: milliFromQuantity(line.quantity),
      unitPriceMinor: line.unitPriceCents,
      vatRateBp: rateBpFromPercent(line.vatRate),
      totalMinor: line.totalCents,
    })),
    subtotalMinor: printed.subtotalCents,
    vatMinor: printed.vatCents,
    totalMinor: printed.totalCents,
    breakdown: printed.vatBreakdown.map(({ rate, baseCents, vatCents }) => ({
      vatRateBp: rateBpFromPercent(rate),
      baseMinor: baseCents,
      vatMinor: vatCents,
    })),
    vatExempt: (seller.vatExempt ?? false) && printed.vatCents === 0,
    currency: printed.currency,
    locale: seller.locale ?? ctx.tenant.locale,
    payment: { method: seller.paymentMethod, iban: seller.iban, bic: seller.bic },
    legal: seller.legalTexts,
    logo: await logoOf(ctx, seller),
  };
}

export const PDF = 'application/pdf';

/** A PDF as REST rows and messages send it. */
export interface PdfFile {
  filename: string;
  contentType: string;
  bytes: Buffer;
}
