import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import { type InvoiceStatus, invoiceState } from '@officina/contracts/sales';
import type {
  StudioInvoiceAbilities,
  StudioInvoiceLine,
  StudioInvoiceListItem,
  StudioInvoiceView,
} from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { projects, studioInvoices } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { inScope, may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

export const factColumns = {
  id: invoices.id,
  number: sql<string>`${invoices.number}`.as('number_text'),
  status: invoices.status,
  clientId: invoices.contactId,
  clientName: contacts.displayName,
  clientEmail: contacts.email,
  projectId: studioInvoices.projectId,
  projectName: projects.name,
  subtotalMinor: invoices.subtotalMinor,
  taxRate: studioInvoices.taxRate,
  taxMinor: invoices.vatMinor,
  discountMinor: studioInvoices.discountMinor,
  totalMinor: invoices.totalMinor,
  paidMinor: sql<string>`(
    select coalesce(sum(p.amount_minor), 0) from payments p
    where p.tenant_id = invoices.tenant_id and p.invoice_id = invoices.id and p.status = 'succeeded'
      and p.reversed_at is null)`.as('paid_minor'),
  currency: invoices.currency,
  notes: invoices.notes,
  issueDate: invoices.issueDate,
  sentAt: studioInvoices.sentAt,
  dueDate: invoices.dueDate,
  paidAt: invoices.paidAt,
  createdBy: invoices.createdBy,
  version: invoices.version,
  createdAt: invoices.createdAt,
  updatedAt: invoices.updatedAt,
};

/** The lines as JSON, in their order. The outer columns are spelled out. */
export const itemsColumn = sql<StudioInvoiceLine[]>`(
  select jsonb_agg(jsonb_build_object('description', l.description, 'quantity', l.quantity, 'rate', l.rate,
    'amountCents', l.amount_minor) order by l.position)
  from studio_invoice_lines l where l.tenant_id = invoices.tenant_id and l.invoice_id = invoices.id)`.as(
  'items',
);

export const ofInvoice = and(
  eq(studioInvoices.tenantId, invoices.tenantId),
  eq(studioInvoices.invoiceId, invoices.id),
);
export const buyerOf = and(eq(contacts.tenantId, invoices.tenantId), eq(contacts.id, invoices.contactId));
export const projectOf = and(
  eq(projects.tenantId, studioInvoices.tenantId),
  eq(projects.id, studioInvoices.projectId),
);

export interface InvoiceFactRow {
  id: string;
  number: string;
  status: InvoiceStatus;
  clientId: string;
  clientName: string;
  clientEmail: string | null;
  projectId: string | null;
  projectName: string | null;
  subtotalMinor: number;
  taxRate: number;
  taxMinor: number;
  discountMinor: number;
  totalMinor: number;
  paidMinor: string;
  currency: string;
  notes: string | null;
  issueDate: string;
  sentAt: Date | null;
  dueDate: string | null;
  paidAt: Date | null;
  createdBy: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

function presentFacts(ctx: Ctx, row: InvoiceFactRow): Omit<StudioInvoiceView, 'items'> {
  const paidCents = Number(row.paidMinor);
  return {
    id: row.id,
    number: row.number,
    client: { id: row.clientId, name: row.clientName, email: row.clientEmail },
    project: row.projectId ? { id: row.projectId, name: row.projectName ?? '' } : null,
    status: invoiceState(row.status, row.dueDate, ctx.today),
    subtotalCents: row.subtotalMinor,
    taxRate: row.taxRate,
    taxCents: row.taxMinor,
    discountCents: row.discountMinor,
    totalCents: row.totalMinor,
    paidCents,
    openCents: row.status === 'sent' ? Math.max(0, row.totalMinor - paidCents) : 0,
    currency: row.currency,
    notes: row.notes,
    issuedDate: row.sentAt ? row.issueDate : null,
    dueDate: row.dueDate,
    paidAt: row.paidAt?.toISOString() ?? null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const presentInvoice = (
  ctx: Ctx,
  { items, ...row }: InvoiceFactRow & { items: StudioInvoiceLine[] },
): StudioInvoiceView => ({ ...presentFacts(ctx, row), items });

export interface ShownInvoice extends InvoiceFactRow {
  /** The asker may change it, by their role or because it was opened to them. */
  editable: boolean;
}

/** Only drafts change; what was paid in part is not cancelled. */
export function studioInvoiceAbilities(
  ctx: Ctx,
  {
    status,
    paidMinor,
    totalMinor,
    editable,
  }: Pick<ShownInvoice, 'status' | 'paidMinor' | 'totalMinor' | 'editable'>,
): StudioInvoiceAbilities {
  const write = editable && inScope(ctx.actor, 'studio.invoices.write');
  const draft = write && status === 'draft';
  return {
    edit: draft,
    send: draft,
    delete: draft,
    cancel: draft || (write && status === 'sent' && Number(paidMinor) === 0),
    payLink: write && status === 'sent',
    collect: may(ctx.actor, 'payments.collect') && status === 'sent' && Number(paidMinor) < totalMinor,
  };
}

export const presentInvoiceItem = (ctx: Ctx, row: ShownInvoice): StudioInvoiceListItem => ({
  ...presentFacts(ctx, row),
  abilities: studioInvoiceAbilities(ctx, row),
});

/** An invoice as programs read it: money in major units. */
export function printInvoice(view: StudioInvoiceView) {
  const digits = minorDigits(view.currency);
  const major = (minor: number) => decimalFromMinor(minor, digits);
  return {
    id: view.id,
    invoice_number: view.number,
    client_id: view.client.id,
    project_id: view.project?.id ?? null,
    status: view.status,
    items: view.items.map(({ description, quantity, rate, amountCents }) => ({
      description,
      quantity,
      rate,
      amount: major(amountCents),
    })),
    subtotal: major(view.subtotalCents),
    tax_rate: view.taxRate,
    tax_amount: major(view.taxCents),
    discount: major(view.discountCents),
    total: major(view.totalCents),
    currency: view.currency,
    notes: view.notes,
    issued_date: view.issuedDate,
    due_date: view.dueDate,
    paid_at: view.paidAt,
    created_at: view.createdAt,
    updated_at: view.updatedAt,
    clients: { name: view.client.name, email: view.client.email },
  };
}
