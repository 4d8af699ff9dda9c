import type { Executor } from '@officina/db/client';
import { sessions } from '@officina/db/schema/identity';
import { hashSecret, newSecret } from '../../kernel/ids.ts';
import { IDLE_DAYS } from './lucia-sessions.ts';

export interface NewSession {
  userId: string;
  /** The tenant that the session works in; the caller has checked the membership. */
  activeTenantId: string;
  createdAt: Date;
  ip: string | null;
  userAgent: string | null;
  /** The firm's provider at which they proved who they are. */
  idpId?: string | null;
}

/** Opens a session in the operation's transaction; the token is for the cookie alone. */
export async function openSession(
  db: Executor,
  { userAgent, ...facts }: NewSession,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret();
  const expiresAt = new Date(facts.createdAt.getTime() + IDLE_DAYS * 86_400_000);
  const agent = userAgent?.slice(0, 500) ?? null;
  await db.insert(sessions).values({ id: hashSecret(token), expiresAt, ...facts, userAgent: agent });
  return { token, expiresAt };
}
