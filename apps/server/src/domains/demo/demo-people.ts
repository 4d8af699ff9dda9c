import { users } from '@officina/db/schema/identity';
import { members, tenantSettings, tenants } from '@officina/db/schema/tenancy';
import type { Tenant } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/services.ts';
import { DEMO_PASSWORD, type DemoPerson } from './demo-accounts.ts';
import type { Teller } from './story.ts';
import { unfinished } from './unfinished.ts';

/** What a person has not chosen. */
const UNDECIDED = { locale: null, theme: null, density: null };

type TenantFacts = Omit<typeof tenants.$inferInsert, 'id'>;
type Settings = Omit<typeof tenantSettings.$inferInsert, 'tenantId'>;

/**
 * A tenant with its settings and people, all with the demo's password. It has its subdomain once `finishDemoTenant` says
 * that its history is told: a fill that was interrupted is known by the name that it still has.
 */
export async function createDemoTenant(
  services: Services,
  facts: TenantFacts,
  settings: Settings,
  people: readonly DemoPerson[],
): Promise<{ tenant: Tenant; tellers: Teller[] }> {
  const { db } = services.client;
  const passwordHash = await services.passwords.hash(DEMO_PASSWORD);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(tenants)
      .values({ ...facts, demo: true, subdomain: unfinished(facts.subdomain) })
      .returning();
    if (!row) throw new Error('the demo tenant was not made');
    // A firm with a history is past its first steps.
    const onboardingDismissedAt = row.createdAt;
    await tx.insert(tenantSettings).values({ onboardingDismissedAt, ...settings, tenantId: row.id });
    const tellers: Teller[] = [];
    for (const { email, name, role } of people) {
      // Somebody may have given them another password meanwhile.
      const fresh = { name, passwordHash, emailVerifiedAt: row.createdAt, ...UNDECIDED };
      const [user] = await tx
        .insert(users)
        .values({ email, ...fresh })
        .onConflictDoUpdate({ target: users.email, set: fresh })
        .returning({ id: users.id });
      if (!user) throw new Error(`no account for ${email}`);
      await tx.insert(members).values({ tenantId: row.id, userId: user.id, role });
      tellers.push({ id: user.id, name, email, role });
    }
    return { tenant: { ...row, id: row.id as TenantId }, tellers };
  });
}
