import type { TalentFacts } from '@officina/contracts/talent';
import { talentSignal } from '@officina/contracts/talent-inputs';
import { talentProfiles, talentSignals } from '@officina/db/schema/talent';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { lacksTables } from '../../kernel/database-errors.ts';
import { AppError } from '../../kernel/errors.ts';
import { NO_TENANT, newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { tellPortal } from '../notifications/tell-portal.ts';
import { addTalentContact, renameTalentContact } from './talent-contact.ts';
import { factsOf, type SignalPayload, type TalentRow } from './talent-row.ts';

/** The profile of an address; signals of one address wait for each other. */
async function profileOf(ctx: WriteCtx, email: string): Promise<TalentRow | undefined> {
  const tx = await ctx.tx();
  const sender = `talent:${ctx.tenant.id}:${email}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sender}, 0))`);
  const [row] = await tx
    .select()
    .from(talentProfiles)
    .where(and(eq(talentProfiles.tenantId, ctx.tenant.id), sql`facts->>'email' = ${email}`))
    .for('update');
  return row;
}

async function addProfile(ctx: WriteCtx, facts: TalentFacts): Promise<Pick<TalentRow, 'id' | 'contactId'>> {
  const contactId = await addTalentContact(ctx, facts);
  const [id, at] = [newId(), toDate(ctx.now)];
  const tx = await ctx.tx();
  await tx
    .insert(talentProfiles)
    .values({ id, contactId, tenantId: ctx.tenant.id, facts: { ...facts }, createdAt: at, updatedAt: at });
  return { id, contactId };
}

/** A profile that nobody has looked at follows the latest signal; afterwards a signal only says that there is news. */
async function touchProfile(ctx: WriteCtx, before: TalentRow, facts: TalentFacts): Promise<void> {
  const isNew = before.status === 'NEW';
  const tx = await ctx.tx();
  await tx
    .update(talentProfiles)
    .set({
      ...(isNew ? { facts: { ...facts } } : { updatePending: true }),
      version: sql`${talentProfiles.version} + 1`,
      updatedAt: laterThan(before.updatedAt, ctx.now),
    })
    .where(and(eq(talentProfiles.tenantId, ctx.tenant.id), eq(talentProfiles.id, before.id)));
  if (isNew) await renameTalentContact(ctx, before.contactId, facts);
}

async function receive(ctx: WriteCtx, facts: TalentFacts, locale: string | null): Promise<string> {
  const before = await profileOf(ctx, facts.email);
  const { id, contactId } = before ?? (await addProfile(ctx, facts));
  if (before) await touchProfile(ctx, before, facts);
  const meta = { ip: ctx.ip, locale, userAgent: ctx.userAgent, submittedAt: ctx.now.toString() };
  const payload: SignalPayload = { raw: facts, meta };
  const tx = await ctx.tx();
  await tx.insert(talentSignals).values({
    ...{ id: newId(), tenantId: ctx.tenant.id, profileId: id, createdAt: toDate(ctx.now) },
    payload: { ...payload },
    source: 'PARTNERS_FORM',
  });
  const subject = { type: 'talent_profile', id };
  ctx.record({ verb: 'talent.signal_received', subject, contactId, after: { ...facts, ...meta } });
  const news = { entityType: 'talent_profile', entityId: id, body: facts.fullName };
  await tellPortal(ctx, 'admins', 'talent_signal_new', news);
  return id;
}

/**
 * An outside expert's form. A filled honeypot gets an answer and leaves nothing. SERVICE_UNAVAILABLE while the schema
 * knows no experts yet, or where there is no business to make themselves known to.
 */
export const receiveSignal = write({
  name: 'talent.signal',
  permission: 'public',
  input: talentSignal,
  async run(ctx, signal): Promise<{ profileId: string }> {
    if (signal.honeypot.trim()) return { profileId: newId() };
    if (ctx.tenant.id === NO_TENANT) throw new AppError('SERVICE_UNAVAILABLE');
    try {
      return { profileId: await receive(ctx, factsOf(signal), signal.locale ?? null) };
    } catch (error) {
      throw lacksTables(error) ? new AppError('SERVICE_UNAVAILABLE') : error;
    }
  },
});
