import { addDays } from '@officina/contracts/calendar';
import type { ProjectPriority, ProjectStatus } from '@officina/contracts/studio';
import { apiKeys } from '@officina/db/schema/api-keys';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, Tenant } from '../../kernel/context.ts';
import { hashSecret, newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import type { Services } from '../../kernel/services.ts';
import { shownPart } from '../identity/api-keys/key-token.ts';
import { recordPayment } from '../payments/record-payment.ts';
import { createStudioClient } from '../studio/clients/create-client.ts';
import { createStudioInvoice } from '../studio/invoices/create-invoice.ts';
import { cancelStudioInvoice } from '../studio/invoices/move-invoice.ts';
import { settleStudioInvoice } from '../studio/invoices/settle-invoice.ts';
import { archiveProject } from '../studio/projects/archive-project.ts';
import { createProject } from '../studio/projects/create-project.ts';
import type { Chapter, OfficinaFirm } from './officina-firm.ts';
import { STUDIO_CLIENTS, STUDIO_INVOICES, STUDIO_PROJECTS } from './studio-catalogue.ts';

/** Published: whoever tries the demo's programs' paths uses it. */
const DEMO_KEY = 'ofk_demo_4f9c2b7e1a6d8035';

export interface DemoStudioClient {
  name: string;
  company?: string;
  email?: string;
  status?: string;
  tags?: string[];
  website?: string;
  /** Made by the freelancer. */
  own?: boolean;
}

export interface DemoProject {
  name: string;
  client: number;
  status: ProjectStatus;
  priority: ProjectPriority;
  budget?: number;
  /** Days from today; negative ones are past. */
  deadline?: number;
  archived?: boolean;
  own?: boolean;
}

export interface DemoInvoice {
  client: number;
  project?: number;
  items: { description: string; quantity: number; rate: number }[];
  taxRate?: number;
  discount?: number;
  currency?: string;
  /** Days before today. */
  made: number;
  /** Days from today. */
  due?: number;
  /** Days before today on which it was paid. */
  paid?: number;
  draft?: boolean;
  cancelled?: boolean;
  own?: boolean;
}

const SOME_DAYS = 120;

function pay(ctx: Ctx, id: string, totalMinor: number): Promise<void> {
  const paidAt = toDate(ctx.now);
  return inTransaction(ctx, { conflicts: {}, input: null }, async (unit) => {
    await recordPayment(unit, { id, totalMinor }, { method: 'bank_transfer', paidAt });
    await settleStudioInvoice(unit, id, paidAt);
  });
}

function tellInvoice(
  firm: OfficinaFirm,
  invoice: DemoInvoice,
  rows: { clients: string[]; projects: string[] },
) {
  const { story, operator, people, today } = firm;
  const by = (invoice.own && people['freelancer@demo.test']) || operator;
  const { client, project, items, taxRate, discount, currency } = invoice;
  story.at(invoice.made, 15, by, async (ctx) => {
    const { id, totalCents } = await createStudioInvoice(ctx, {
      clientId: rows.clients[client] ?? '',
      projectId: project === undefined ? undefined : rows.projects[project],
      items,
      taxRate,
      discount,
      currency,
      dueDate: invoice.due === undefined ? undefined : addDays(today, invoice.due),
      status: invoice.draft ? 'draft' : 'sent',
    });
    if (invoice.paid !== undefined) story.at(invoice.paid, 11, by, (later) => pay(later, id, totalCents));
    if (invoice.cancelled) story.at(invoice.made - 1, 9, by, (later) => cancelStudioInvoice(later, { id }));
  });
}

/** A studio with clients, projects and invoices in every state, some of them a freelancer's. */
export const tellStudio: Chapter = (firm) => {
  const { story, operator, people, today } = firm;
  const freelancer = people['freelancer@demo.test'] ?? operator;
  const rows = { clients: [] as string[], projects: [] as string[] };
  for (const [i, { own, ...client }] of STUDIO_CLIENTS.entries())
    story.at(SOME_DAYS - i * 2, 10, own ? freelancer : operator, async (ctx) => {
      rows.clients[i] = (await createStudioClient(ctx, client)).id;
    });
  for (const [i, { own, client, deadline, archived, ...project }] of STUDIO_PROJECTS.entries()) {
    const by = own ? freelancer : operator;
    story.at(SOME_DAYS - 35 - i * 2, 11, by, async (ctx) => {
      const { id } = await createProject(ctx, {
        ...project,
        clientId: rows.clients[client],
        deadline: deadline === undefined ? undefined : addDays(today, deadline),
      });
      rows.projects[i] = id;
      if (archived) story.at(20, 9, by, (later) => archiveProject(later, { id }));
    });
  }
  for (const invoice of STUDIO_INVOICES) tellInvoice(firm, invoice, rows);
};

/** The demo's key, once the tenant has its name: a key names one tenant, also while a new demo is being made. */
export async function addDemoKey(
  { client, clock }: Services,
  tenant: Tenant,
  ownerId: string,
): Promise<void> {
  await client.db
    .insert(apiKeys)
    .values({
      tenantId: tenant.id,
      id: newId(),
      userId: ownerId,
      name: 'Demo',
      prefix: shownPart(DEMO_KEY),
      keyHash: hashSecret(DEMO_KEY),
      scopes: ['read', 'write'],
      createdAt: toDate(clock.now()),
    })
    .onConflictDoNothing({ target: apiKeys.keyHash });
}
