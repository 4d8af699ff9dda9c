import type { PaymentMethod } from '@officina/contracts/sales';
import { isFrench, isHebrew } from './format.ts';
import type { SalesDocument, SalesDocumentKind } from './port.ts';

/** Every fixed word of the printed documents in one language. */
export interface Labels {
  title: Record<SalesDocumentKind, string>;
  /** As in running text: "Facture N° 2026-001". */
  named: Record<SalesDocumentKind, string>;
  numberSign: string;
  draft: string;
  seller: string;
  buyer: string;
  issueDate: string;
  serviceDate: string;
  dueDate: string;
  validUntil: string;
  creditedInvoice: string;
  plate: string;
  vehicle: string;
  mileage: string;
  description: string;
  quantity: string;
  unitPrice: string;
  vatRate: string;
  lineTotal: string;
  vatBase: string;
  vatAmount: string;
  subtotal: string;
  vat: string;
  discount: string;
  total: string;
  amountDue: string;
  plainTotal: string;
  vatExempt: string;
  notes: string;
  method: string;
  reference: string;
  methods: Record<PaymentMethod, string>;
  conditions: string;
  agreement: string;
  agreementHint: string;
  signatureDate: string;
  signature: string;
  earlyPayment: string;
  latePenalty: string;
  recoveryIndemnity: string;
  capital: string;
  vatNumber: string;
  phone: string;
  page: string;
}

const fr: Labels = {
  title: { quote: 'DEVIS', invoice: 'FACTURE', credit_note: 'AVOIR' },
  named: { quote: 'Devis', invoice: 'Facture', credit_note: 'Avoir' },
  numberSign: 'N°',
  draft: 'BROUILLON',
  seller: 'Émetteur',
  buyer: 'Client',
  issueDate: 'Date d’émission',
  serviceDate: 'Date de prestation',
  dueDate: 'Échéance',
  validUntil: 'Valable jusqu’au',
  creditedInvoice: 'Facture d’origine',
  plate: 'Immatriculation',
  vehicle: 'Véhicule',
  mileage: 'Kilométrage',
  description: 'Désignation',
  quantity: 'Qté',
  unitPrice: 'P.U. HT',
  vatRate: 'TVA',
  lineTotal: 'Total HT',
  vatBase: 'Base HT',
  vatAmount: 'Montant TVA',
  subtotal: 'Total HT',
  vat: 'Total TVA',
  discount: 'Remise',
  total: 'Total TTC',
  amountDue: 'Net à payer',
  plainTotal: 'Total',
  vatExempt: 'TVA non applicable, art. 293 B du CGI',
  notes: 'Notes',
  method: 'Mode de règlement',
  reference: 'Référence à rappeler',
  methods: {
    cash: 'Espèces',
    card: 'Carte bancaire',
    bank_transfer: 'Virement bancaire',
    check: 'Chèque',
    stripe: 'Paiement en ligne',
  },
  conditions: 'Conditions',
  agreement: 'Bon pour accord',
  agreementHint: 'Date et signature, précédées de la mention « Bon pour accord ».',
  signatureDate: 'Date',
  signature: 'Signature',
  earlyPayment: 'Pas d’escompte pour paiement anticipé.',
  latePenalty:
    'En cas de retard de paiement, des pénalités de retard sont exigibles au taux de trois fois le taux d’intérêt légal.',
  recoveryIndemnity:
    'En cas de retard de paiement, une indemnité forfaitaire de 40 € est due pour frais de recouvrement (art. D. 441-5 du Code de commerce).',
  capital: 'au capital de',
  vatNumber: 'TVA',
  phone: 'Tél.',
  page: 'Page',
};

const en: Labels = {
  title: { quote: 'QUOTE', invoice: 'INVOICE', credit_note: 'CREDIT NOTE' },
  named: { quote: 'Quote', invoice: 'Invoice', credit_note: 'Credit note' },
  numberSign: 'No.',
  draft: 'DRAFT',
  seller: 'From',
  buyer: 'Customer',
  issueDate: 'Issue date',
  serviceDate: 'Service date',
  dueDate: 'Due date',
  validUntil: 'Valid until',
  creditedInvoice: 'Original invoice',
  plate: 'Licence plate',
  vehicle: 'Vehicle',
  mileage: 'Mileage',
  description: 'Description',
  quantity: 'Qty',
  unitPrice: 'Unit price',
  vatRate: 'VAT',
  lineTotal: 'Net total',
  vatBase: 'Net amount',
  vatAmount: 'VAT amount',
  subtotal: 'Total excl. VAT',
  vat: 'Total VAT',
  discount: 'Discount',
  total: 'Total incl. VAT',
  amountDue: 'Amount due',
  plainTotal: 'Total',
  vatExempt:
    'VAT not applicable, article 293 B of the French tax code (TVA non applicable, art. 293 B du CGI)',
  notes: 'Notes',
  method: 'Payment method',
  reference: 'Reference to quote',
  methods: {
    cash: 'Cash',
    card: 'Card',
    bank_transfer: 'Bank transfer',
    check: 'Cheque',
    stripe: 'Online payment',
  },
  conditions: 'Terms',
  agreement: 'Agreed and accepted',
  agreementHint: 'Date and signature, preceded by the words “Agreed and accepted”.',
  signatureDate: 'Date',
  signature: 'Signature',
  earlyPayment: 'No discount for early payment.',
  latePenalty: 'Late payment incurs penalties at three times the legal interest rate.',
  recoveryIndemnity: 'Late payment incurs a fixed indemnity of €40 for recovery costs.',
  capital: 'with a capital of',
  vatNumber: 'VAT',
  phone: 'Tel.',
  page: 'Page',
};

/** Where a tax need not be a value added tax. */
const enAnyTax: Labels = {
  ...en,
  vatRate: 'Tax',
  lineTotal: 'Amount',
  vatAmount: 'Tax amount',
  subtotal: 'Subtotal',
  vat: 'Tax',
  total: 'Total',
  vatNumber: 'Tax number',
};

const he: Labels = {
  title: { quote: 'הצעת מחיר', invoice: 'חשבונית', credit_note: 'חשבונית זיכוי' },
  named: { quote: 'הצעת מחיר', invoice: 'חשבונית', credit_note: 'חשבונית זיכוי' },
  numberSign: 'מס׳',
  draft: 'טיוטה',
  seller: 'מאת',
  buyer: 'לכבוד',
  issueDate: 'תאריך הפקה',
  serviceDate: 'תאריך השירות',
  dueDate: 'לתשלום עד',
  validUntil: 'בתוקף עד',
  creditedInvoice: 'החשבונית המקורית',
  plate: 'מספר רישוי',
  vehicle: 'רכב',
  mileage: 'קילומטראז׳',
  description: 'תיאור',
  quantity: 'כמות',
  unitPrice: 'מחיר יחידה',
  vatRate: 'מע״מ',
  lineTotal: 'סכום ללא מע״מ',
  vatBase: 'סכום ללא מע״מ',
  vatAmount: 'סכום המע״מ',
  subtotal: 'סה״כ ללא מע״מ',
  vat: 'מע״מ',
  discount: 'הנחה',
  total: 'סה״כ כולל מע״מ',
  amountDue: 'לתשלום',
  plainTotal: 'סה״כ',
  vatExempt: 'עוסק פטור: לא נגבה מע״מ',
  notes: 'הערות',
  method: 'אמצעי תשלום',
  reference: 'אסמכתה לציון',
  methods: {
    cash: 'מזומן',
    card: 'כרטיס אשראי',
    bank_transfer: 'העברה בנקאית',
    check: 'המחאה',
    stripe: 'תשלום מקוון',
  },
  conditions: 'תנאים',
  agreement: 'אישור ההצעה',
  agreementHint: 'תאריך וחתימה, לצד המילים ״מאושר על ידי״.',
  signatureDate: 'תאריך',
  signature: 'חתימה',
  // The standard wordings are those of French law: a Hebrew document prints its firm's own alone.
  earlyPayment: '',
  latePenalty: '',
  recoveryIndemnity: '',
  capital: 'הון',
  vatNumber: 'עוסק מורשה',
  phone: 'טל׳',
  page: 'עמוד',
};

const heAnyTax: Labels = {
  ...he,
  vatRate: 'מס',
  lineTotal: 'סכום',
  vatAmount: 'סכום המס',
  subtotal: 'סכום ביניים',
  vat: 'מס',
  total: 'סה״כ',
  vatNumber: 'מספר עוסק',
};

/** French for `fr…`, Hebrew for `he…`, English for every other language; in French any such tax is the TVA. */
export function labelsFor(locale: string, { anyTax = false }: Pick<SalesDocument, 'anyTax'> = {}): Labels {
  if (isFrench(locale)) return fr;
  if (isHebrew(locale)) return anyTax ? heAnyTax : he;
  return anyTax ? enAnyTax : en;
}
