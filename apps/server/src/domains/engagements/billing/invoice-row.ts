import type {
  PortalInvoice,
  PortalInvoiceAbilities,
  PortalInvoiceState,
} from '@officina/contracts/portal-invoices';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { engagements } from '@officina/db/schema/engagements';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { isClient } from '../org-scope.ts';
import { printDay, printMoment, wholeUnits } from '../portal-print.ts';

/** Without a line nobody has said yet what it amounts to; those of other surfaces always amount to something. */
const priced = sql<boolean>`(invoices.kind <> 'engagement' or exists (select from invoice_lines l
  where l.tenant_id = invoices.tenant_id and l.invoice_id = invoices.id))`;

/** Whether money came through the provider: that is given back there, not crossed out here. */
const paidOnline = sql<boolean>`exists (select from payments p where p.tenant_id = invoices.tenant_id
  and p.invoice_id = invoices.id and p.method = 'stripe' and p.status = 'succeeded' and p.reversed_at is null)`;

/** Invoices of every surface with what the portal knows of them and shows beside them. */
export const portalInvoices = (db: Executor) =>
  db
    .select({
      row: invoices,
      own: engagementInvoices,
      priced,
      paidOnline,
      organization: contacts.displayName,
      engagement: {
        id: engagements.id,
        title: engagements.title,
        procurementRef: engagements.procurementRef,
      },
    })
    .from(invoices)
    .innerJoin(contacts, and(eq(contacts.tenantId, invoices.tenantId), eq(contacts.id, invoices.contactId)))
    .leftJoin(
      engagementInvoices,
      and(eq(engagementInvoices.tenantId, invoices.tenantId), eq(engagementInvoices.invoiceId, invoices.id)),
    )
    .leftJoin(
      engagements,
      and(eq(engagements.tenantId, invoices.tenantId), eq(engagements.id, engagementInvoices.engagementId)),
    );

/** Drafts of other surfaces are their firm's own affair until they are issued. */
export const toldToClients = or(eq(invoices.kind, 'engagement'), ne(invoices.status, 'draft'));

export type PortalInvoiceRow = Awaited<ReturnType<typeof portalInvoices>>[number];

/** What staff write of an invoice, in the portal's words. */
export interface InvoiceFacts {
  invoiceNumber: string | null;
  /** YYYY-MM-DD */
  issueDate: string | null;
  dueDate: string | null;
  referencePO: string | null;
  currency: string;
  /** Whole units of the currency. */
  amountEUR: number | null;
  /** ISO */
  paidAt: string | null;
  internalNote: string | null;
}

const isDated = ({ row, own }: PortalInvoiceRow): boolean =>
  row.kind === 'engagement' ? own?.dated === true : row.status !== 'draft';

export const factsOf = (found: PortalInvoiceRow): InvoiceFacts => ({
  invoiceNumber: found.row.number,
  issueDate: isDated(found) ? found.row.issueDate : null,
  dueDate: found.row.dueDate,
  referencePO: found.own?.referencePo ?? null,
  currency: found.row.currency,
  amountEUR: found.priced ? wholeUnits(found.row.totalMinor, found.row.currency) : null,
  paidAt: printMoment(found.row.paidAt),
  internalNote: found.own?.internalNote ?? null,
});

/** What the dates say of it; `today` is the tenant's calendar day. */
export function stateOf(
  { issueDate, dueDate, paidAt }: Pick<InvoiceFacts, 'issueDate' | 'dueDate' | 'paidAt'>,
  today: string,
): PortalInvoiceState {
  if (paidAt) return 'paid';
  if (!issueDate) return 'draft';
  return dueDate && dueDate < today ? 'overdue' : 'issued';
}

/**
 * Only the PO number and the payment of it may still change: it is paid, or another surface issued it, whose rules for
 * legal documents hold.
 */
export const isPaidLike = ({ row }: PortalInvoiceRow): boolean =>
  row.paidAt !== null || (row.kind !== 'engagement' && row.status !== 'draft');

/** Nobody has paid it, and it may be paid: issued, by whichever surface, and more than nothing. */
export const isPayable = (found: PortalInvoiceRow): boolean =>
  isDated(found) && found.row.status === 'sent' && found.row.totalMinor > 0;

function abilitiesOf(ctx: Ctx, found: PortalInvoiceRow): PortalInvoiceAbilities {
  const { kind, paidAt, status } = found.row;
  const write = may(ctx.actor, 'portal.billing.write');
  const ours = kind === 'engagement';
  return {
    edit: write,
    editAmount: write && ours && !paidAt,
    markPaid: write && !paidAt && (ours || status === 'sent'),
    unpay: may(ctx.actor, 'portal.billing.unpay') && paidAt !== null && !found.paidOnline,
    pay: may(ctx.actor, 'portal.billing.pay') && isPayable(found) && ctx.services.payments.mode !== 'off',
  };
}

/** An invoice as the caller may see it: clients learn nothing of the internal note, not even that there is one. */
export function presentPortalInvoice(ctx: Ctx, found: PortalInvoiceRow): PortalInvoice {
  const { row, own, organization, engagement } = found;
  const { internalNote, ...facts } = factsOf(found);
  return {
    id: row.id,
    orgId: row.contactId,
    engagementId: own?.engagementId ?? null,
    scopeProposalId: own?.scopeProposalId ?? null,
    invoiceNumber: facts.invoiceNumber,
    ...(!isClient(ctx) && { internalNote }),
    issueDate: printDay(facts.issueDate),
    dueDate: printDay(facts.dueDate),
    paidAt: facts.paidAt,
    referencePO: facts.referencePO,
    currency: facts.currency,
    amountEUR: facts.amountEUR,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    status: stateOf(facts, ctx.today),
    locked: facts.issueDate !== null || facts.paidAt !== null,
    totalCents: row.totalMinor,
    organization: { id: row.contactId, name: organization },
    engagement: engagement?.id ? engagement : null,
    abilities: abilitiesOf(ctx, found),
  };
}
