import type { NotificationKind, NotificationParams } from '@officina/contracts/notifications';
import { notifications } from '@officina/db/schema/messaging';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';

/** Who is told: the consultancy's staff, its admins, or the people of one client organisation. */
export type Recipients = 'staff' | 'admins' | { orgId: string };

const ADMINS = ['owner', 'admin'] as const;
const STAFF = [...ADMINS, 'manager', 'member'] as const;

function among(to: Recipients): SQL {
  if (typeof to === 'object') return eq(members.contactId, to.orgId);
  return inArray(members.role, to === 'admins' ? ADMINS : STAFF);
}

export interface Announcement<K extends NotificationKind = NotificationKind> {
  kind: K;
  params: NotificationParams[K];
  /** Path in the web app that it opens. */
  link?: string;
  /** Tell the actor too. */
  withActor?: boolean;
}

/** Tells all present members of a kind, in the operation's transaction. The actor knows already and is left out. */
export async function notifyMany<K extends NotificationKind>(
  ctx: WriteCtx,
  to: Recipients,
  { kind, params, link, withActor = false }: Announcement<K>,
): Promise<void> {
  const actorId = userIdOf(ctx.actor);
  const tenantId = ctx.tenant.id;
  const tx = await ctx.tx();
  const told = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenantId),
        isNull(members.removedAt),
        among(to),
        actorId && !withActor ? ne(members.userId, actorId) : undefined,
      ),
    );
  if (!told.length) return;
  const createdAt = toDate(ctx.now);
  await tx.insert(notifications).values(
    told.map(({ userId }) => ({
      tenantId,
      id: newId(),
      userId,
      kind,
      params: { ...params },
      link,
      createdAt,
    })),
  );
}
