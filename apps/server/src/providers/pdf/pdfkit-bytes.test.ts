import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pdfkitRenderer } from './pdfkit.ts';
import { readPdf } from './testing/read-back.ts';
import { manyLines, priced, sampleInvoice, sampleQuote } from './testing/sample.ts';

const renderer = pdfkitRenderer();

describe('what customers type', () => {
  test('never breaks a document', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (name, notes, description) => {
        const lines = priced([{ description, quantityMilli: 1, unitPriceMinor: 1, vatRateBp: 0 }]);
        const document = sampleInvoice({
          ...lines,
          buyer: { name },
          notes,
          vehicle: { plate: name, model: notes },
        });
        const seller = { name: description, siret: notes, phone: name };
        const bytes = await renderer.render({ ...document, seller });
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { numRuns: 20 },
    );
  });

  test('shows a box for what the font lacks', async () => {
    expect(
      (await readPdf(await renderer.render(sampleInvoice({ buyer: { name: '丁 🚗 Zoë' } })))).plain[0],
    ).toContain('□ □ Zoë');
  });
});

describe('bytes', () => {
  test('are equal for equal documents, whatever was printed in between', async () => {
    const document = () => sampleInvoice({ notes: 'a -> b → c, Ω, 10x20, fin' });
    const first = await renderer.render(document());
    await renderer.render(sampleQuote({ notes: 'x → y -> z, \u2126', ...manyLines(30) }));
    expect((await renderer.render(document())).equals(first)).toBe(true);
    expect((await pdfkitRenderer().render(document())).equals(first)).toBe(true);
  });

  test('are equal when documents are made at the same time', async () => {
    const alone = await renderer.render(sampleInvoice());
    const [together] = await Promise.all([renderer.render(sampleInvoice()), renderer.render(sampleQuote())]);
    expect(together.equals(alone)).toBe(true);
  });

  test('are few: the fonts are subsets', async () => {
    expect((await renderer.render(sampleInvoice())).length).toBeLessThan(40_000);
  });
});
