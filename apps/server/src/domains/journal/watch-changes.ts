import { watchChanges as input } from '@officina/contracts/live-inputs';
import type { UserActor } from '../../kernel/actor.ts';
import { requireUser } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Hearing, LiveStream } from '../../kernel/live-stream.ts';
import { isCursor, MOST_ENTRIES, readRecent, readTail, type Tail } from '../../kernel/live-tail.ts';
import { read } from '../../kernel/operation.ts';
import { memberOfSession } from '../identity/member-of-session.ts';

/** Changes are recorded with the moment at which their request began, and committed somewhat later. */
const SLACK_MS = 10_000;

type From = ReturnType<typeof input.parse>;

/**
 * What colleagues change, as it is committed: ids and words of the records that the caller may read, clients of their own
 * organisation's. It ends with
 * the session, at every change of the caller's role, and after a quarter of an hour; `lastEventId` then goes on.
 */
export const watchChanges = read({
  name: 'journal.watch',
  permission: 'member',
  input,
  async run(ctx, from): Promise<LiveStream> {
    const actor = requireUser(ctx.actor);
    const left = actor.sessionExpiresAt.getTime() - ctx.now.epochMilliseconds;
    // Opened first: what ends the session from now on ends the stream, and what was before is read again.
    const stream = await ctx.services.live.open(
      { tenantId: ctx.tenant.id, userId: actor.id, sessionId: actor.sessionId },
      left,
    );
    try {
      stream.hear(await present(ctx, actor));
      stream.begin(await tail(ctx, from));
      return stream;
    } catch (error) {
      void stream.return();
      throw error;
    }
  },
});

async function present(ctx: Ctx, { sessionId }: UserActor): Promise<Hearing> {
  const member = await memberOfSession(ctx.db, ctx.tenant.id, sessionId);
  if (!member) throw new AppError('UNAUTHORIZED');
  return member;
}

/** What the caller has not heard of yet; more than a stream tells when the given id is none of ours. */
async function tail(ctx: Ctx, { lastEventId, age = 0 }: From): Promise<Tail> {
  const { db } = ctx.services.client;
  const from = ctx.now.subtract({ milliseconds: age + SLACK_MS });
  if (lastEventId === undefined) return readRecent(db, ctx.tenant.id, from);
  if (await isCursor(db, lastEventId)) return readTail(db, ctx.tenant.id, lastEventId);
  const { cursor } = await readRecent(db, ctx.tenant.id, ctx.now);
  return { cursor, entries: Array.from({ length: MOST_ENTRIES + 1 }, () => NOBODYS) };
}

const NOBODYS = {
  verb: '',
  subjectType: '',
  subjectId: '',
  contactId: null,
  engagementId: null,
  actorId: null,
  requestId: '',
};
