import { createHash } from 'node:crypto';
import { createVehicle } from '@officina/db/factories';
import { createInvoice as invoiceFactory } from '@officina/db/factories-sales';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { tasks } from '../../../jobs/registry.ts';
import { createWorld } from '../../../testing/harness.ts';
import { updateContact } from '../../contacts/update-contact.ts';
import { documentPdf } from '../document-pdf.ts';
import { convertQuote } from '../quotes/convert-quote.ts';
import { previewQuote } from '../quotes/preview-quote.ts';
import { quotePdf } from '../quotes/quote-pdf.ts';
import { addDraft, addIssued } from '../testing/invoice-world.ts';
import { exampleLines, oneLine, quoteIn, type SalesWorld, salesWorld } from '../testing/sales-world.ts';
import { createInvoice } from './create-invoice.ts';
import { creditInvoice } from './credit-invoice.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { getInvoice } from './invoice-reads.ts';
import { previewInvoice } from './preview-invoice.ts';
import { setInvoiceStatus } from './set-invoice-status.ts';

async function textOf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent()),
  );
  const texts = pages.flatMap((page) => page.items.map((item) => ('str' in item ? item.str : '')));
  return texts.join(' ').replace(/\s+/g, ' ');
}

const documentsOf = (world: SalesWorld) =>
  world.server.services.client
    .sql`select id, category, filename, sha256, size_bytes::int as size from documents
    where tenant_id = ${world.tenant.id}`;

const render = (world: SalesWorld, invoiceId: string) =>
  tasks['render-invoice-pdf']?.(
    world.server.systemContext('render-invoice-pdf', world.tenant),
    { invoiceId },
    { attempt: 1, last: false },
  );

describe('the PDF of an issued invoice', () => {
  it('never changes, whatever happens to customer, vehicle and settings', async () => {
    const world = await salesWorld();
    const { db, sql } = world.server.services.client;
    const vehicle = await createVehicle(db, world.tenant.id, world.contactId, { mileage: 47_500 });
    const draft = await createInvoice(world.ctx, {
      contactId: world.contactId,
      vehicleId: vehicle.id,
      lines: exampleLines,
    });
    const { id } = await setInvoiceStatus(world.ctx, { id: draft.id, status: 'sent' });
    const change = async () => {
      await updateContact(world.ctx, {
        id: world.contactId,
        firstName: 'Autre',
        lastName: 'Nom',
        company: 'SARL',
      });
      await sql`update vehicles set license_plate = 'ZZ-999-ZZ' where tenant_id = ${world.tenant.id}`;
      await sql`update tenant_settings set company_name = 'Autre garage', iban = 'FR7630006000011234567890189',
        vat_exempt = true, version = version + 1 where tenant_id = ${world.tenant.id}`;
    };
    // Before the file was first made: it is printed from the snapshots.
    await change();
    const first = await invoicePdf(world.ctx, { id });
    const text = await textOf(first.bytes);
    for (const kept of [
      'FACTURE',
      '2026-001',
      'Jean Martin',
      world.tenant.name,
      'AB-123-CD',
      'Vidange moteur',
    ])
      expect(text).toContain(kept);
    for (const later of ['Autre', 'ZZ-999-ZZ', 'FR76', '293 B']) expect(text).not.toContain(later);
    await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'cash' });
    await change();
    const again = await invoicePdf(world.ctx, { id });
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.filename).toBe('facture-2026-001.pdf');
  });

  it('is made once by job and downloads together, and kept with its hash', async () => {
    const world = await salesWorld();
    const { id, version } = await addIssued(world);
    const download = async () => (await invoicePdf(world.ctx, { id })).bytes;
    const [one, other] = await Promise.all([download(), download(), render(world, id), render(world, id)]);
    await render(world, id);
    expect(one.equals(other)).toBe(true);
    expect(await documentsOf(world)).toEqual([
      {
        id: expect.any(String),
        category: 'invoice_pdf',
        filename: 'facture-2026-001.pdf',
        sha256: createHash('sha256').update(one).digest('hex'),
        size: one.length,
      },
    ]);
    expect(await getInvoice(world.ctx, { id })).toMatchObject({ version });
  });

  it('of a converted quote carries how payment was agreed', async () => {
    const world = await salesWorld();
    const quoteId = await quoteIn(world, 'accepted');
    const invoice = await convertQuote(world.ctx, { id: quoteId, paymentMethod: 'bank_transfer' });
    await setInvoiceStatus(world.ctx, { id: invoice.id, status: 'paid', paymentMethod: 'cash' });
    const text = await textOf((await invoicePdf(world.ctx, { id: invoice.id })).bytes);
    expect(text).toContain('Virement');
    expect(text).not.toContain('Espèces');
  });

  it('mentions the law instead of VAT for an exempt firm', async () => {
    const world = await salesWorld();
    await world.server.services.client
      .sql`update tenant_settings set vat_exempt = true where tenant_id = ${world.tenant.id}`;
    const { id } = await addIssued(world);
    const text = await textOf((await invoicePdf(world.ctx, { id })).bytes);
    expect(text).toContain('TVA non applicable, art. 293 B du CGI');
  });

  it('is refused to strangers and to roles without the word', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const foreign = await createWorld();
    await expect(invoicePdf(foreign.ctx, { id })).rejects.toMatchObject({ message: 'Invoice not found' });
    await expect(invoicePdf(await world.as('client'), { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await invoicePdf(await world.as('member'), { id })).bytes.length).toBeGreaterThan(1000);
  });
});

describe('other PDFs', () => {
  it('of a draft are marked, named after their id and not kept', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    const file = await invoicePdf(world.ctx, { id });
    expect(file.filename).toBe(`facture-brouillon-${id.slice(0, 8)}.pdf`);
    expect(await textOf(file.bytes)).toContain('BROUILLON');
    expect(await documentsOf(world)).toHaveLength(0);
  });

  it('of a credit note name the invoice', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'cash' });
    const note = await creditInvoice(world.ctx, { id, lines: oneLine(1000), reason: 'Geste' });
    const file = await invoicePdf(world.ctx, { id: note.id });
    expect(file.filename).toBe('avoir-2026-001.pdf');
    expect(await textOf(file.bytes)).toMatch(/AVOIR.*Facture d’origine.*2026-001/);
    expect(await documentsOf(world)).toHaveLength(1);
  });

  it('of a quote follow the quote; another surface’s invoice is printed and not kept', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'draft');
    const text = await textOf((await quotePdf(world.ctx, { id })).bytes);
    for (const part of ['DEVIS', '2026-001', 'Bon pour accord', '360,00 €', '14/02/2026'])
      expect(text).toContain(part);
    expect(text).not.toContain('BROUILLON');
    const { db } = world.server.services.client;
    const facts = { kind: 'engagement' as const, number: null, sellerSnapshot: null, buyerSnapshot: null };
    const other = await invoiceFactory(db, world.tenant.id, world.contactId, facts);
    expect((await documentPdf(world.ctx, { invoiceId: other.id })).bytes.length).toBeGreaterThan(1000);
    expect(await documentsOf(world)).toHaveLength(0);
    await expect(documentPdf(world.ctx, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of what an editor holds need nothing to be complete', async () => {
    const world = await salesWorld();
    const decoded = async (file: { base64: string }) => textOf(Buffer.from(file.base64, 'base64'));
    const empty = await previewQuote(world.ctx, {});
    expect(empty.filename).toBe('devis-brouillon.pdf');
    expect(await decoded(empty)).toContain('BROUILLON');
    const lines = [{ description: '', quantity: 2, unitPriceCents: 5000 }];
    expect(await decoded(await previewQuote(world.ctx, { contactId: world.contactId, lines }))).toContain(
      '120,00 €',
    );
    const id = await quoteIn(world, 'draft');
    const saved = await decoded(
      await previewQuote(world.ctx, { id, contactId: world.contactId, lines, notes: 'Salut' }),
    );
    expect(saved).toContain('2026-001');
    expect(saved).toContain('Salut');
    expect(await decoded(await previewInvoice(world.ctx, { lines }))).toContain('FACTURE');
    const foreign = await createWorld();
    await expect(previewQuote(foreign.ctx, { contactId: world.contactId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(previewQuote(foreign.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(previewInvoice(await world.as('member'), { lines })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(previewQuote(await world.as('client'), { lines })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
