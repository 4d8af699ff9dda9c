import { createOrganization } from '@officina/db/factories';
import { createEngagement } from '@officina/db/factories-portal';
import { userIdOf } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld, type World } from '../../../testing/harness.ts';

/** A consultancy with two client organisations, an engagement of the first, and somebody of every side. */
export async function portalWorld() {
  const world = await createWorld('admin', { locale: 'en-GB', modules: ['portal'] });
  const { db } = world.server.services.client;
  const [acme, globex] = await Promise.all([
    createOrganization(db, world.tenant.id, { standing: 'client' }),
    createOrganization(db, world.tenant.id, { standing: 'client' }),
  ]);
  const engagement = await createEngagement(db, world.tenant.id, { orgId: acme.contactId });
  const [operator, client, other] = await Promise.all([
    world.as('manager'),
    world.as('client', acme.contactId),
    world.as('client_admin', globex.contactId),
  ]);
  return { world, db, admin: world.ctx, operator, client, other, acme, globex, engagement };
}
export type PortalWorld = Awaited<ReturnType<typeof portalWorld>>;

export const idOf = (ctx: Ctx): string => userIdOf(ctx.actor) ?? '';

/** What somebody's bell holds: kinds, oldest first. */
export async function bellOf({ server, tenant }: World, ctx: Ctx): Promise<string[]> {
  const rows = await server.services.client.sql<{ kind: string }[]>`
    select kind from notifications where tenant_id = ${tenant.id} and user_id = ${idOf(ctx)} order by id`;
  return rows.map(({ kind }) => kind);
}

/** The verbs that the journal holds, oldest first, without those of mails. */
export async function verbsOf({ server, tenant }: World): Promise<string[]> {
  const rows = await server.services.client.sql<{ verb: string }[]>`
    select verb from journal_entries where tenant_id = ${tenant.id} and verb <> 'message.queued' order by xid, id`;
  return rows.map(({ verb }) => verb);
}
