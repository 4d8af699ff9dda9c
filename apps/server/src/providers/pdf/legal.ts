import { formatCapital, formatSiret } from './format.ts';
import type { Labels } from './labels.ts';
import type { SalesDocument } from './port.ts';

const given = (text: string | null | undefined): text is string => Boolean(text?.trim());

/**
 * The conditions under a document, in the order in which they are printed. Payment conditions belong to
 * invoices alone; the 40 € indemnity is owed by business buyers only (art. L. 441-10 and D. 441-5 of the
 * Code de commerce).
 */
export function legalTexts(document: SalesDocument, labels: Labels): string[] {
  const legal = document.legal ?? {};
  const own = (text: string | null | undefined, standard: string) => (given(text) ? text : standard);
  const payment =
    document.kind === 'invoice'
      ? [
          own(legal.earlyPayment, labels.earlyPayment),
          own(legal.latePenalty, labels.latePenalty),
          document.isBusinessBuyer ? own(legal.recoveryIndemnity, labels.recoveryIndemnity) : null,
        ]
      : [];
  const footer = document.kind === 'quote' ? legal.quoteFooter : legal.invoiceFooter;
  const firm = document.kind === 'credit_note' ? [legal.mediator] : [legal.warranty, legal.mediator];
  return [...payment, ...firm, footer].filter(given).map((text) => text.trim());
}

/** Who the firm is before the law, for the foot of every page: "Garage Dupont, SAS au capital de 10 000 €". */
export function sellerIdentity(document: SalesDocument, labels: Labels): string[] {
  const { seller, currency, locale } = document;
  const capital = given(seller.capital)
    ? `${labels.capital} ${formatCapital(seller.capital, currency, locale)}`
    : '';
  const form = [given(seller.legalForm) ? seller.legalForm : '', capital].filter(Boolean).join(' ');
  return [
    [seller.name, form].filter(Boolean).join(', '),
    given(seller.siret) ? `SIRET ${formatSiret(seller.siret)}` : '',
    given(seller.rcs) ? (/rcs/i.test(seller.rcs) ? seller.rcs : `RCS ${seller.rcs}`) : '',
    given(seller.vatNumber) ? `${labels.vatNumber} ${seller.vatNumber}` : '',
  ].filter(Boolean);
}
