import { describe, expect, test } from 'vitest';
import { labelsFor } from './labels.ts';
import { legalTexts, sellerIdentity } from './legal.ts';
import { sampleInvoice, sampleQuote } from './testing/sample.ts';

const fr = labelsFor('fr-FR');

describe('conditions', () => {
  test('an invoice states discount and penalty; the indemnity is for business buyers', () => {
    const texts = legalTexts(sampleInvoice({ legal: null }), fr);
    expect(texts).toEqual([fr.earlyPayment, fr.latePenalty]);
    expect(fr.latePenalty).toContain('trois fois le taux d’intérêt légal');
    const business = legalTexts(sampleInvoice({ legal: null, isBusinessBuyer: true }), fr);
    expect(business).toEqual([fr.earlyPayment, fr.latePenalty, fr.recoveryIndemnity]);
    expect(fr.recoveryIndemnity).toContain('40 €');
  });

  test('the firm’s own wording replaces the standard one; empty ones do not', () => {
    const legal = { earlyPayment: 'Escompte 1 %.', latePenalty: ' ', recoveryIndemnity: 'Indemnité : 40 €.' };
    expect(legalTexts(sampleInvoice({ legal, isBusinessBuyer: true }), fr)).toEqual([
      'Escompte 1 %.',
      fr.latePenalty,
      'Indemnité : 40 €.',
    ]);
    expect(legalTexts(sampleInvoice({ legal }), fr)).not.toContain('Indemnité : 40 €.');
  });

  test('quotes and credit notes carry no payment conditions', () => {
    const legal = { warranty: 'G', mediator: 'M', quoteFooter: 'Q', invoiceFooter: 'I' };
    expect(legalTexts(sampleQuote({ legal }), fr)).toEqual(['G', 'M', 'Q']);
    expect(legalTexts(sampleInvoice({ kind: 'credit_note', legal }), fr)).toEqual(['M', 'I']);
    expect(legalTexts(sampleQuote({ legal: null }), fr)).toEqual([]);
  });
});

test('the identity of the firm leaves out what is not known', () => {
  expect(sellerIdentity(sampleInvoice(), fr)).toEqual([
    'Garage Dupont, SAS au capital de 10\u202f000\u202f€',
    'SIRET 732\u00a0829\u00a0320\u00a000074',
    'RCS Lyon B 732 829 320',
    'TVA FR44732829320',
  ]);
  expect(sellerIdentity(sampleInvoice({ seller: { name: 'X' } }), fr)).toEqual(['X']);
});

test('labels follow the language: French, Hebrew, else English', () => {
  expect(['fr', 'fr-BE', 'en-US', 'he-IL', ''].map((locale) => labelsFor(locale).title.invoice)).toEqual([
    'FACTURE',
    'FACTURE',
    'INVOICE',
    'חשבונית',
    'INVOICE',
  ]);
});
