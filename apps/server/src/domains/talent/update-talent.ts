import type { TalentDetail, TalentFacts } from '@officina/contracts/talent';
import { talentUpdate } from '@officina/contracts/talent-inputs';
import { talentProfiles, talentSignals } from '@officina/db/schema/talent';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { output } from 'zod';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { lockTalent } from './load-talent.ts';
import { renameTalentContact } from './talent-contact.ts';
import { getTalent } from './talent-reads.ts';
import type { SignalPayload } from './talent-row.ts';

type Asked = output<typeof talentUpdate>;

async function latestFacts(ctx: WriteCtx, profileId: string): Promise<TalentFacts> {
  const tx = await ctx.tx();
  const [signal] = await tx
    .select({ payload: talentSignals.payload })
    .from(talentSignals)
    .where(and(eq(talentSignals.tenantId, ctx.tenant.id), eq(talentSignals.profileId, profileId)))
    .orderBy(desc(talentSignals.createdAt), desc(talentSignals.id))
    .limit(1);
  if (!signal) throw invalid({ field: 'takeUpdate', message: 'There is no signal' });
  return (signal.payload as unknown as SignalPayload).raw;
}

/** Whoever is no longer uncontacted has been contacted now; uncontacted again, never. */
function contactedAt(ctx: WriteCtx, { contactStatus }: Asked): Date | null | undefined {
  if (contactStatus === undefined) return undefined;
  return contactStatus === 'NOT_CONTACTED' ? null : toDate(ctx.now);
}

/** What staff say of an expert: how far they are with them, and whether to take over what they last said of themselves. */
export const updateTalent = write({
  name: 'talent.update',
  permission: 'portal.talent.manage',
  input: talentUpdate,
  async run(ctx, input): Promise<TalentDetail> {
    const { id, version, takeUpdate, status, contactStatus, notes } = input;
    requireChange({ takeUpdate, status, contactStatus, notes });
    const before = await lockTalent(ctx, id);
    checkVersion(before, version);
    const facts = takeUpdate && (await latestFacts(ctx, before.id));
    const changes = changesOf(before, {
      ...{ status, contactStatus, notes },
      lastContactedAt: contactedAt(ctx, input),
      ...(facts && { facts: { ...facts }, updatePending: false }),
    });
    if (!changes) return getTalent(ctx, { id });
    const tx = await ctx.tx();
    await tx
      .update(talentProfiles)
      .set({
        ...changes.after,
        version: sql`${talentProfiles.version} + 1`,
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(talentProfiles.tenantId, ctx.tenant.id), eq(talentProfiles.id, before.id)));
    if (facts) await renameTalentContact(ctx, before.contactId, facts);
    ctx.record({
      verb: 'talent.updated',
      subject: { type: 'talent_profile', id: before.id },
      contactId: before.contactId,
      ...changes,
    });
    return getTalent(ctx, { id });
  },
});
