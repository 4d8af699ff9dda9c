import type { ProfileView } from '@officina/contracts/identity';
import { updateProfile as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';

type UserRow = typeof users.$inferSelect;

const presentProfile = ({
  id,
  email,
  name,
  locale,
  theme,
  density,
  emailVerifiedAt,
}: UserRow): ProfileView => ({
  id,
  email,
  name,
  locale,
  theme,
  density,
  emailVerified: emailVerifiedAt !== null,
});

/** The caller's own name and language, and how the app looks to them. */
export const updateProfile = write({
  name: 'identity.updateProfile',
  permission: 'member',
  input,
  async run(ctx, asked): Promise<ProfileView> {
    const actor = requireUser(ctx.actor);
    requireChange(asked);
    const tx = await ctx.tx();
    const [user] = await tx.select().from(users).where(eq(users.id, actor.id)).for('update');
    if (!user) throw new AppError('UNAUTHORIZED');
    const changes = changesOf(user, asked);
    if (!changes) return presentProfile(user);
    const updatedAt = laterThan(user.updatedAt, ctx.now);
    await tx
      .update(users)
      .set({ ...changes.after, updatedAt })
      .where(eq(users.id, actor.id));
    ctx.record({ verb: 'user.updated', subject: { type: 'user', id: actor.id }, ...changes });
    ctx.announce(`user:${actor.id}`);
    return presentProfile({ ...user, ...changes.after });
  },
});
