import type { Role } from '@officina/contracts/roles';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { grantPermission } from '../permissions/grant-permission.ts';
import { createStudioClient } from './clients/create-client.ts';
import { createStudioInvoice } from './invoices/create-invoice.ts';
import { getStudioInvoice } from './invoices/get-invoice.ts';
import { studioInvoicePdf } from './invoices/invoice-pdf.ts';
import { listStudioInvoices } from './invoices/list-invoices.ts';
import { removeStudioInvoice, sendStudioInvoice } from './invoices/move-invoice.ts';
import { retryInvoicePayment } from './invoices/retry-payment.ts';
import { updateStudioInvoice } from './invoices/update-invoice.ts';
import { archiveProject, restoreProject } from './projects/archive-project.ts';
import { createProject } from './projects/create-project.ts';
import { getProject } from './projects/get-project.ts';
import { listProjects } from './projects/list-projects.ts';
import { updateProject } from './projects/update-project.ts';

const items = [{ description: 'Advice', rate: 1 }];
let world: World;
let clientId: string;
beforeAll(async () => {
  world = await createWorld();
  clientId = (await createStudioClient(world.ctx, { name: 'Acme' })).id;
});

const idOf = ({ actor }: Ctx) => ('id' in actor ? actor.id : '');
const grant = (namespace: 'project' | 'invoice', objectId: string, relation: string, to: Ctx) =>
  grantPermission(world.ctx, { namespace, objectId, relation, subjectId: idOf(to) });
const newInvoice = async () => (await createStudioInvoice(world.ctx, { clientId, items })).id;

/** Which of the deeds are done; the others are refused with this code. */
async function done(deeds: Record<string, () => Promise<unknown>>, code: string): Promise<string[]> {
  const names: string[] = [];
  for (const [name, deed] of Object.entries(deeds)) {
    const refusal = await deed().then(
      () => null,
      (error: { code?: string }) => error.code ?? error,
    );
    if (refusal === null) names.push(name);
    else expect([name, refusal]).toEqual([name, name === 'get' ? expect.anything() : code]);
  }
  return names;
}

const projectDeeds = (ctx: Ctx, id: string) => ({
  get: () => getProject(ctx, { id }),
  update: () => updateProject(ctx, { id, name: 'Renamed', clientId }),
  archive: () => archiveProject(ctx, { id }),
  restore: () => restoreProject(ctx, { id }),
});
const invoiceDeeds = (ctx: Ctx, id: string) => ({
  get: () => getStudioInvoice(ctx, { id }),
  pdf: () => studioInvoicePdf(ctx, { id }),
  update: () => updateStudioInvoice(ctx, { id, notes: 'x' }),
  send: () => sendStudioInvoice(ctx, { id }),
});

/** Roles that do not see all of the firm, and how they are refused what they may not change. */
const roles: [Role, refusal: string][] = [
  ['freelancer', 'NOT_FOUND'],
  ['client', 'FORBIDDEN'],
  ['client_admin', 'FORBIDDEN'],
  ['learner', 'FORBIDDEN'],
];

type Row = [relation: string | null, deeds: string[]];

describe.each(roles)('a %s', (role, refusal) => {
  it.each<Row>([
    [null, []],
    ['viewer', ['get']],
    ['editor', ['get', 'update']],
    ['owner', ['get', 'update', 'archive', 'restore']],
  ])('who is %s of a project does what that allows', async (relation, expected) => {
    const ctx = await world.as(role);
    const { id } = await createProject(world.ctx, { name: 'Website', clientId });
    if (relation) await grant('project', id, relation, ctx);
    expect(await done(projectDeeds(ctx, id), refusal)).toEqual(expected);
    const told = relation && (await getProject(ctx, { id })).abilities;
    const [edit, archive] = [expected.includes('update'), expected.includes('archive')];
    if (told) expect(told).toEqual({ edit, archive, restore: false });
    const listed = role === 'learner' ? [] : (await listProjects(ctx, {})).items;
    expect(listed.map(({ abilities }) => abilities)).toEqual(told && role !== 'learner' ? [told] : []);
  });

  it.each<Row>([
    [null, []],
    ['viewer', ['get', 'pdf']],
    ['owner', ['get', 'pdf', 'update', 'send']],
  ])('who is %s of an invoice does what that allows', async (relation, expected) => {
    const ctx = await world.as(role);
    const id = await newInvoice();
    if (relation) await grant('invoice', id, relation, ctx);
    const { pdf, ...deeds } = invoiceDeeds(ctx, id);
    expect(await done(deeds, refusal)).toEqual(expected.filter((name) => name !== 'pdf'));
    if (expected.includes('pdf')) expect((await pdf()).contentType).toBe('application/pdf');
    else await expect(pdf()).rejects.toMatchObject({ code: /NOT_FOUND|FORBIDDEN/ });
  });
});

describe('what was opened to somebody', () => {
  it('names nothing else: another client, project or record of the firm', async () => {
    const editor = await world.as('client');
    const { id } = await createProject(world.ctx, { name: 'Website' });
    await grant('project', id, 'editor', editor);
    await expect(updateProject(editor, { id, clientId })).rejects.toMatchObject({
      details: [{ field: 'clientId' }],
    });
    const owner = await world.as('learner');
    const invoice = await newInvoice();
    await grant('invoice', invoice, 'owner', owner);
    await expect(updateStudioInvoice(owner, { id: invoice, projectId: id })).rejects.toMatchObject({
      details: [{ field: 'projectId' }],
    });
    await expect(removeStudioInvoice(owner, { id: await newInvoice() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is neither for who must prove their address first nor for a key that may only read', async () => {
    const editor = await world.as('client');
    const { id } = await createProject(world.ctx, { name: 'Website' });
    await grant('project', id, 'editor', editor);
    const unproved = { ...editor, actor: { ...editor.actor, mustVerify: true } } as Ctx;
    await expect(updateProject(unproved, { id, name: 'x' })).rejects.toMatchObject({
      code: 'EMAIL_NOT_VERIFIED',
    });
    const key = { kind: 'apiKey', id, userId: idOf(editor), role: 'client', rateLimit: 1 } as const;
    const reader = { ...editor, actor: { ...key, scopes: ['studio.projects.read'] } } as Ctx;
    expect((await getProject(reader, { id })).abilities.edit).toBe(false);
    await expect(updateProject(reader, { id, name: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('clients', () => {
  it('see and pay what was sent to their organisation, no draft of it', async () => {
    const client = await world.as('client', clientId);
    const { id } = await createStudioInvoice(world.ctx, { clientId, items });
    const seen = async () => (await listStudioInvoices(client, {})).items.map((invoice) => invoice.id);
    const pay = () => retryInvoicePayment(client, { invoiceId: id });
    expect(await seen()).not.toContain(id);
    await expect(getStudioInvoice(client, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(pay()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await sendStudioInvoice(world.ctx, { id });
    expect(await seen()).toContain(id);
    const { abilities } = await getStudioInvoice(client, { id });
    expect(abilities).toMatchObject({
      edit: false,
      send: false,
      cancel: false,
      payLink: false,
      collect: true,
    });
    expect(await pay()).toMatchObject({ status: 'requires_payment', amount: 100 });
  });
});
