import { documentTotals, type PricedLine } from '@officina/contracts/money';
import type { SalesDocument } from '../port.ts';

/** Lines and sums of a document, computed as the sales domain computes them. */
export function priced(lines: (PricedLine & { description: string })[]) {
  const { lineTotals, ...sums } = documentTotals(lines);
  const printed = lines.map((line, index) => ({ ...line, totalMinor: lineTotals[index] ?? 0 }));
  return { lines: printed, ...sums };
}

/** An ordinary invoice with two VAT rates; tests and previews change what they are about. */
export function sampleInvoice(changes: Partial<SalesDocument> = {}): SalesDocument {
  return {
    kind: 'invoice',
    number: '2026-001',
    issueDate: '2026-01-15',
    serviceDate: '2026-01-14',
    dueDate: '2026-02-14',
    seller: {
      name: 'Garage Dupont',
      legalForm: 'SAS',
      capital: '10000',
      siret: '73282932000074',
      rcs: 'Lyon B 732 829 320',
      vatNumber: 'FR44732829320',
      address: { street: '12 rue des Ateliers', postalCode: '69003', city: 'Lyon', country: 'FR' },
      phone: '+33478123456',
      email: 'contact@garage-dupont.fr',
      website: 'www.garage-dupont.fr',
    },
    buyer: {
      name: 'Zoé Lefèvre',
      address: { street: '8 place Bellecour', postalCode: '69002', city: 'Lyon', country: 'FR' },
      phone: '+33612345678',
      email: 'zoe.lefevre@example.fr',
    },
    isBusinessBuyer: false,
    vehicle: { plate: 'AB-123-CD', make: 'Renault', model: 'Clio V', mileage: 47_500 },
    ...priced([
      {
        description: 'Vidange et remplacement du filtre à huile',
        quantityMilli: 1000,
        unitPriceMinor: 8_900,
        vatRateBp: 2000,
      },
      {
        description: 'Huile moteur 5W-30, le litre',
        quantityMilli: 4_500,
        unitPriceMinor: 1_290,
        vatRateBp: 2000,
      },
      {
        description: 'Plaquettes de frein avant (jeu) – pose, rodage et contrôle du liquide de frein compris',
        quantityMilli: 1000,
        unitPriceMinor: 104_550,
        vatRateBp: 2000,
      },
      { description: 'Main-d’œuvre', quantityMilli: 1_500, unitPriceMinor: 7_200, vatRateBp: 2000 },
      {
        description: 'Manuel d’entretien imprimé',
        quantityMilli: 1000,
        unitPriceMinor: 2_500,
        vatRateBp: 550,
      },
    ]),
    vatExempt: false,
    currency: 'EUR',
    locale: 'fr-FR',
    notes: 'Prochain contrôle technique : 06/2026.\nMerci de votre confiance.',
    payment: { method: 'bank_transfer', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' },
    legal: {
      warranty: 'Garantie pièces et main-d’œuvre : 12 mois ou 20 000 km, au premier des deux termes atteint.',
      mediator:
        'Médiateur de la consommation : CNPA Médiation, 43 bis route de Vaugirard, 92190 Meudon, www.mediateur-mobilians.fr.',
    },
    ...changes,
  };
}

export function sampleQuote(changes: Partial<SalesDocument> = {}): SalesDocument {
  return sampleInvoice({
    kind: 'quote',
    number: '2026-012',
    serviceDate: null,
    dueDate: null,
    validUntil: '2026-02-14',
    ...changes,
  });
}

/** Amounts of many small lines, most of them at 20 %. */
export const manyLines = (count: number, description = (index: number) => `Article ${index + 1}`) =>
  priced(
    Array.from({ length: count }, (_, index) => ({
      description: description(index),
      quantityMilli: 1000 + (index % 4) * 250,
      unitPriceMinor: 1_999 + index,
      vatRateBp: index % 7 === 0 ? 550 : 2000,
    })),
  );
