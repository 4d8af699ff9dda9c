import { type Engagement, type EngagementView, NEXT_STEPS } from '@officina/contracts/engagements';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { EngagementRow } from './load-engagement.ts';
import { printDay } from './portal-print.ts';

/** An approved scope, or an invoice issued or paid, makes the billing codes, once set, a matter of change requests. */
const committed = sql<boolean>`(exists (select from scope_proposals s where s.tenant_id = engagements.tenant_id
    and s.engagement_id = engagements.id and s.status = 'approved')
  or exists (select from engagement_invoices e join invoices i on i.tenant_id = e.tenant_id and i.id = e.invoice_id
    where e.tenant_id = engagements.tenant_id and e.engagement_id = engagements.id
      and (e.dated or i.paid_at is not null)))`;

/** Engagements with what is shown beside them, newest first; takes the placeholders `tenantId` and `limit`. */
export const namedEngagements = (db: Executor, where: SQL | undefined) =>
  db
    .select({
      row: engagements,
      organization: { id: contacts.id, name: contacts.displayName },
      owner: { id: users.id, name: users.name },
      committed,
    })
    .from(engagements)
    .innerJoin(contacts, and(eq(contacts.tenantId, engagements.tenantId), eq(contacts.id, engagements.orgId)))
    .leftJoin(users, eq(users.id, engagements.ownerId))
    .where(and(eq(engagements.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(engagements.createdAt), desc(engagements.id))
    .limit(sql.placeholder('limit'));

export type NamedEngagement = Awaited<ReturnType<typeof namedEngagements>>[number];

export const presentEngagement = (row: EngagementRow): EngagementView => ({
  id: row.id,
  orgId: row.orgId,
  title: row.title,
  serviceSlug: row.serviceSlug,
  stage: row.stage,
  status: row.status,
  startDate: printDay(row.startDate),
  targetDate: printDay(row.targetDate),
  procurementRef: row.procurementRef,
  purchaseOrderRef: row.purchaseOrderRef,
  costCenter: row.costCenter,
  ownerId: row.ownerId,
  inquiryId: row.inquiryId,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const hasCodes = ({ procurementRef, purchaseOrderRef, costCenter }: EngagementRow): boolean =>
  Boolean(procurementRef || purchaseOrderRef || costCenter);

export function presentNamed(
  ctx: Ctx,
  { row, organization, owner, committed: bound }: NamedEngagement,
): Engagement {
  const open = row.stage !== 'closed';
  const write = may(ctx.actor, 'portal.engagements.write');
  return {
    ...presentEngagement(row),
    version: row.version,
    organization,
    owner,
    nextStep: NEXT_STEPS[row.stage],
    controlledOnly: hasCodes(row) && bound,
    abilities: {
      write,
      reopen: !open && may(ctx.actor, 'portal.engagements.reopen'),
      add: write && open,
      requestChange: open && may(ctx.actor, 'portal.changes.create'),
      propose: may(ctx.actor, 'portal.edits.submit'),
      bill: may(ctx.actor, 'portal.billing.write'),
      export: ctx.services.config.dossierExport && may(ctx.actor, 'portal.engagements.export'),
    },
  };
}
