import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../providers/pdf/testing/read-back.ts';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { readClientTimeline } from './clients/client-timeline.ts';
import { createStudioClient } from './clients/create-client.ts';
import { createStudioInvoice } from './invoices/create-invoice.ts';
import { sendStudioInvoice } from './invoices/move-invoice.ts';
import { createProject } from './projects/create-project.ts';

let world: World;
let freelancer: World['ctx'];
let clientId: string;
const items = [{ description: 'Advice', quantity: 0.1234, rate: 19.9999 }];
beforeAll(async () => {
  world = await createWorld('owner', { currency: 'USD', locale: 'en' });
  freelancer = await world.as('freelancer');
  const client = { name: 'Acme', email: null, address: '12 Main Street' };
  clientId = (await createStudioClient(freelancer, client)).id;
});

describe('the timeline of a client', () => {
  it('tells of them, their projects and invoices; freelancers hear of their own', async () => {
    await createProject(freelancer, { name: 'Website', clientId });
    await createStudioInvoice(world.ctx, { clientId, items });
    const told = async (ctx: World['ctx']) =>
      (await readClientTimeline(ctx, { id: clientId })).items.flatMap((item) =>
        item.kind === 'change' ? item.verb : [],
      );
    expect(await told(world.ctx)).toEqual(['invoice.created', 'project.created', 'client.created']);
    expect(await told(freelancer)).toEqual(['project.created', 'client.created']);
    const another = readClientTimeline(await world.as('freelancer'), { id: clientId });
    await expect(another).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const client = readClientTimeline(await world.as('client'), { id: clientId });
    await expect(client).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the PDF of an invoice', () => {
  it('is that of the day on which it was sent, for who sees the invoice', async () => {
    const { id, number } = await createStudioInvoice(world.ctx, {
      clientId,
      items,
      taxRate: 7.1234,
      discount: 1,
    });
    const owner = await httpClient(world);
    const path = `/api/invoices/studio/${id}/pdf`;
    expect((await owner.call('GET', path)).status).toBe(200);
    await sendStudioInvoice(world.ctx, { id });
    const sent = await owner.call('GET', path);
    expect(sent.headers.get('content-type')).toBe('application/pdf');
    expect(sent.headers.get('content-disposition')).toContain(`${number}.pdf`);
    expect((await owner.call('GET', path)).body).toEqual(sent.body);
    const { plain } = await readPdf(sent.bytes);
    expect(plain.join()).toMatch(/7.1234%.+Subtotal.+Tax.+Discount.+Total/s);
    expect(plain.join()).not.toContain('VAT');
    for (const stranger of [await httpClient(world, 'freelancer'), await httpClient(await createWorld())])
      expect((await stranger.call('GET', path)).status).toBe(404);
  });
});
