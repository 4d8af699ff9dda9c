import { describe, expect, test } from 'vitest';
import { pdfkitRenderer } from './pdfkit.ts';
import type { SalesDocument } from './port.ts';
import { readPdf } from './testing/read-back.ts';
import { manyLines, priced, sampleInvoice, sampleQuote } from './testing/sample.ts';

const renderer = pdfkitRenderer();
const read = async (document: SalesDocument) => readPdf(await renderer.render(document));
const all = async (document: SalesDocument) => (await read(document)).plain.join('\n');

/** Where the first text that contains `word` begins, from the left. */
async function leftOf(document: SalesDocument, word: string): Promise<number> {
  const { placed } = await read(document);
  const found = placed.find(({ text }) => text.includes(word));
  if (!found) throw new Error(`Not printed: ${word}`);
  return found.left;
}

describe('an invoice', () => {
  test('prints what garage §5.1 asks for, on one page', async () => {
    const { plain, pages } = await read(sampleInvoice({ isBusinessBuyer: true }));
    expect(pages).toHaveLength(1);
    const text = plain[0] ?? '';
    for (const wanted of [
      'FACTURE',
      'N° 2026-001',
      '15/01/2026',
      '14/01/2026',
      '14/02/2026',
      'Garage Dupont',
      '12 rue des Ateliers',
      'Zoé Lefèvre',
      '69002 Lyon',
      'AB-123-CD',
      'Renault Clio V',
      '47 500 km',
      'Main-d’œuvre',
      '4,5',
      '1 045,50 €',
      '20 %',
      '5,5 %',
      'Total HT',
      '1 325,55 €',
      'Total TVA',
      '261,49 €',
      'Total TTC',
      '1 587,04 €',
      '1 300,55 €',
      '260,11 €',
      '1,38 €',
      'Merci de votre confiance.',
      'Virement bancaire',
      'FR76 3000 6000 0112 3456 7890 189',
      'AGRIFRPP',
      'Pas d’escompte',
      'trois fois le taux',
      '40 €',
      'Garantie',
      'Médiateur',
      'SIRET 732 829 320 00074',
      'TVA FR44732829320',
      'Page 1/1',
    ]) {
      expect(text).toContain(wanted);
    }
    expect(text).not.toContain('BROUILLON');
    expect(text).not.toContain('Bon pour accord');
  });

  test('maps narrow no-break spaces to Unicode', async () => {
    const { mapped, pages } = await read(sampleInvoice());
    for (const char of ['\u202f', '€', 'é', '’', 'N']) {
      expect(mapped).toContain((char.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
    }
    expect(pages[0]).toMatch(/1\s587,04\s€/);
  });

  test('the file says when it was issued and what it is', async () => {
    const { info } = await read(sampleInvoice());
    expect(info.CreationDate).toBe('D:20260115000000Z');
    expect(info.Title).toBe('Facture N°\u00a02026-001 – Garage Dupont');
    expect(info.Author).toBe('Garage Dupont');
  });

  test('leaves out what has no data', async () => {
    const bare = sampleInvoice({
      seller: { name: 'X' },
      buyer: { name: 'Y' },
      vehicle: null,
      notes: null,
      payment: null,
      legal: null,
      serviceDate: null,
      dueDate: null,
      ...priced([]),
    });
    const text = await all(bare);
    for (const absent of [
      'IBAN',
      'BIC',
      'Notes',
      'Immatriculation',
      'Échéance',
      'SIRET',
      'prestation',
      'Garantie',
      'null',
      'undefined',
    ]) {
      expect(text).not.toContain(absent);
    }
    expect(await all(sampleInvoice())).not.toContain('recouvrement');
  });

  test('without VAT says why and shows none', async () => {
    const lines = priced([
      { description: 'Conseil', quantityMilli: 1000, unitPriceMinor: 45_000, vatRateBp: 0 },
    ]);
    const text = await all(sampleInvoice({ ...lines, vatExempt: true }));
    expect(text).toContain('TVA non applicable, art. 293 B du CGI');
    expect(text).toContain('Net à payer');
    expect(text).not.toContain('0 %');
    expect(text).not.toContain('Total TVA');
  });
});

test('a quote can be accepted on paper', async () => {
  const text = await all(sampleQuote());
  for (const wanted of [
    'DEVIS',
    'Valable jusqu’au',
    '14/02/2026',
    'Bon pour accord',
    'Date',
    'Signature',
    'Page 1/1',
  ]) {
    expect(text).toContain(wanted);
  }
  expect(text).not.toContain('IBAN');
  expect(text).not.toContain('escompte');
});

test('a credit note names its invoice; its amounts may be negative', async () => {
  const lines = priced([
    { description: 'Avoir', quantityMilli: -1000, unitPriceMinor: 123_456, vatRateBp: 2000 },
  ]);
  const text = await all(
    sampleInvoice({ ...lines, kind: 'credit_note', number: 'A-1', creditedInvoiceNumber: '2026-001' }),
  );
  for (const wanted of ['AVOIR', 'N° A-1', '2026-001', '-1 481,47 €']) expect(text).toContain(wanted);
});

test('a draft carries the watermark on every page and no number', async () => {
  const { plain } = await read(sampleInvoice({ ...manyLines(60), number: null }));
  expect(plain.length).toBeGreaterThan(1);
  for (const page of plain) expect(page).toContain('BROUILLON');
  expect(plain.join()).not.toContain('N° 2026');
});

test('English where the language is not French', async () => {
  const text = await all(sampleQuote({ locale: 'en-GB', currency: 'GBP' }));
  for (const wanted of [
    'QUOTE',
    'No. 2026-012',
    'Valid until',
    '£1,587.04',
    'Agreed and accepted',
    'Page 1/1',
  ]) {
    expect(text).toContain(wanted);
  }
  expect(await all(sampleInvoice({ locale: 'he-IL', currency: 'ILS' }))).toContain('₪1,587.04');
});

describe('long documents', () => {
  test('200 lines: head, number and page count on every page, each line once', async () => {
    const { plain } = await read(sampleInvoice(manyLines(200)));
    expect(plain.length).toBeGreaterThan(5);
    plain.forEach((page, index) => {
      expect(page).toContain('2026-001');
      expect(page).toContain(`Page ${index + 1}/${plain.length}`);
      if (page.includes('Article ')) expect(page).toContain('Désignation');
    });
    const numbers = [...plain.join('\n').matchAll(/Article (\d+)/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  test.each([16, 17, 18, 19, 20, 21, 22])(
    '%i lines: the totals never stand without a line',
    async (count) => {
      const { plain } = await read(sampleInvoice(manyLines(count)));
      const page = plain.find((text) => text.includes('Total TTC'));
      expect(page).toContain(`Article ${count}`);
    },
  );

  test('descriptions of 500 characters and endless notes', async () => {
    const description = 'Remplacement du kit de distribution et de la pompe à eau. '.repeat(9).slice(0, 500);
    const notes = `${'mot '.repeat(5_000)}\n${'x'.repeat(20_000)}\nfin`;
    const text = await all(sampleInvoice({ ...manyLines(30, () => description), notes }));
    expect(text.match(/Remplacement/g)).toHaveLength(270);
    expect(text).toContain('fin');
  });
});

test('a document of a Hebrew firm is in Hebrew and laid out from right to left', async () => {
  const document = { ...sampleInvoice({ buyer: { name: 'דוד כהן' }, currency: 'ILS', locale: 'he-IL' }) };
  const text = await all(document);
  for (const wanted of ['חשבונית', 'דוד כהן', 'לתשלום עד', 'סה״כ כולל מע״מ', '₪1,587.04', 'ק״מ'])
    expect(text).toContain(wanted);
  // The wording of French law is not that of Israel.
  expect(text).not.toMatch(/interest|escompte|Total/);
  const french = sampleInvoice({});
  expect(await leftOf(french, 'Garage Dupont')).toBeLessThan(await leftOf(french, 'FACTURE'));
  expect(await leftOf(document, 'Garage Dupont')).toBeGreaterThan(await leftOf(document, 'חשבונית'));
});
