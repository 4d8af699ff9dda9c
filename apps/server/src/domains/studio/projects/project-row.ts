import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import type { ProjectAbilities, ProjectListItem, ProjectView } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { inScope } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

export const projectColumns = {
  id: projects.id,
  name: projects.name,
  description: projects.description,
  status: projects.status,
  clientId: projects.contactId,
  clientName: contacts.displayName,
  budgetMinor: projects.budgetMinor,
  deadline: projects.deadline,
  priority: projects.priority,
  tags: projects.tags,
  archivedAt: projects.archivedAt,
  createdBy: projects.createdBy,
  version: projects.version,
  createdAt: projects.createdAt,
  updatedAt: projects.updatedAt,
};

export const ofProject = and(eq(contacts.tenantId, projects.tenantId), eq(contacts.id, projects.contactId));

/** Totals of a project's invoices in the tenant's currency, without cancelled ones. The outer columns are spelled out. */
export const invoicedMinor = sql<string>`(
  select coalesce(sum(i.total_minor), 0)
  from studio_invoices s join invoices i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
  where s.tenant_id = projects.tenant_id and s.project_id = projects.id and i.status <> 'cancelled'
    and i.currency = ${sql.placeholder('currency')})`;

export interface ProjectRow
  extends Omit<
    ProjectView,
    'client' | 'budgetCents' | 'currency' | 'archivedAt' | 'createdAt' | 'updatedAt'
  > {
  clientId: string | null;
  clientName: string | null;
  budgetMinor: number | null;
  archivedAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

interface ShownProject extends ProjectRow {
  invoiced: string;
  /** The asker may change it, by their role or because it was opened to them. */
  editable: boolean;
  /** They may archive and restore it. */
  removable: boolean;
}

export const presentProject = (ctx: Ctx, row: ProjectRow): ProjectView => ({
  id: row.id,
  name: row.name,
  description: row.description,
  status: row.status,
  client: row.clientId ? { id: row.clientId, name: row.clientName ?? '' } : null,
  budgetCents: row.budgetMinor,
  currency: ctx.tenant.currency,
  deadline: row.deadline,
  priority: row.priority,
  tags: row.tags,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** An archived project is only restored. */
function projectAbilities(ctx: Ctx, { archivedAt, editable, removable }: ShownProject): ProjectAbilities {
  const key = inScope(ctx.actor, 'studio.projects.write');
  const remove = key && removable;
  return {
    edit: key && editable && !archivedAt,
    archive: remove && !archivedAt,
    restore: remove && archivedAt !== null,
  };
}

export const presentProjectItem = (ctx: Ctx, row: ShownProject): ProjectListItem => ({
  ...presentProject(ctx, row),
  invoicedCents: Number(row.invoiced),
  late:
    row.deadline !== null &&
    row.deadline < ctx.today &&
    row.status !== 'completed' &&
    row.archivedAt === null,
  abilities: projectAbilities(ctx, row),
});

/** A project as programs read it. */
export const printProject = (view: ProjectView) => ({
  id: view.id,
  name: view.name,
  description: view.description,
  status: view.status,
  client_id: view.client?.id ?? null,
  budget: view.budgetCents === null ? null : decimalFromMinor(view.budgetCents, minorDigits(view.currency)),
  deadline: view.deadline,
  priority: view.priority,
  tags: view.tags,
  created_at: view.createdAt,
  updated_at: view.updatedAt,
});
