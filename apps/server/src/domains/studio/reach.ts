import { type Permission, roleMay } from '@officina/contracts/permissions';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { mayOn } from '../permissions/may-on.ts';
import { openedTo } from '../permissions/opened-to.ts';

/**
 * Which rows an asker reaches by their role: all of the tenant, those they made, those of their client organisation, or
 * none, so that they reach only what was opened to them.
 */
export interface Reach {
  kind: 'all' | 'own' | 'org' | 'none';
  /** The maker or organisation whose rows they are. */
  whose: string | null;
  me: string | null;
}

/**
 * What a role reaches with a permission word. A key reaches what its owner does: whether its scopes hold the word was
 * judged at the door. Links, events and jobs were let in by what they carry.
 */
export function reachOf({ actor }: Pick<Ctx, 'actor'>, word: Permission): Reach {
  const me = userIdOf(actor);
  if (actor.kind !== 'user' && actor.kind !== 'apiKey') return { kind: 'all', whose: null, me };
  if (!roleMay(actor.role, word)) return { kind: 'none', whose: null, me };
  if (actor.role === 'freelancer') return { kind: 'own', whose: me, me };
  if (actor.role !== 'client' && actor.role !== 'client_admin') return { kind: 'all', whose: null, me };
  return { kind: 'org', whose: actor.kind === 'user' ? actor.orgId : null, me };
}

interface Columns {
  createdBy: AnyPgColumn;
  contactId: AnyPgColumn;
  id: AnyPgColumn;
  /** What clients see of their organisation's rows; all where it is left out. */
  shownToClients?: SQL;
}

type Opened = ['project' | 'invoice', relation: 'can_view' | 'can_edit' | 'can_delete'];

/**
 * The condition that leaves the asker their rows and, of records that can be opened to single people, those that were
 * opened to them. Its placeholders are those of `reachValues` and `tenantId`.
 */
export function reachCondition(
  kind: Reach['kind'],
  { createdBy, contactId, id, shownToClients }: Columns,
  opened?: Opened,
): SQL | undefined {
  if (kind === 'all') return undefined;
  const whose = sql.placeholder('whose');
  const byRole = {
    none: sql`false`,
    own: eq(createdBy, whose),
    org: and(eq(contactId, whose), shownToClients),
  }[kind];
  return opened ? or(byRole, inArray(id, openedTo(...opened))) : byRole;
}

/** `reachCondition` as a column: whether the asker may do something with the row. */
export const reachColumn = (name: string, ...asked: Parameters<typeof reachCondition>) =>
  sql<boolean>`coalesce(${reachCondition(...asked) ?? sql`true`}, false)`.as(name);

/** The values of those placeholders. */
export const reachValues = ({ whose, me }: Reach) => ({ whose, me });

interface ReachedRow {
  id: string;
  createdBy: string | null;
  contactId: string | null;
  /** Clients do not see it, though it is of their organisation. */
  hidden?: boolean;
}

/** Does the asker's role reach a row with this word? */
export function reaches(ctx: Ctx, word: Permission, row: ReachedRow): boolean {
  const { kind, whose } = reachOf(ctx, word);
  if (kind === 'org') return row.contactId === whose && !row.hidden;
  return kind === 'all' || (kind === 'own' && row.createdBy === whose);
}

/** As `reaches`, or because the record itself was opened to the asker. */
export const reachesRecord = async (
  ctx: Ctx,
  row: ReachedRow,
  { word, opened }: { word: Permission; opened: Opened },
): Promise<boolean> => reaches(ctx, word, row) || (await mayOn(ctx, opened[0], row.id, opened[1]));
